/**
 * Reads a day as it is typed in Vietnam: 5/2/2026, 05-02-2026, 5.2.26, 05022026. Gives `YYYY-MM-DD`; null where there is no such day or
 * the year is not finished.
 */
export declare const readDay: (typed: string) => string | null;
/** Reads a time of day: 8:30, 08.30, 8h30, 8h, 8 giờ 30, 0830. Gives `HH:mm`; null where there is no such time. */
export declare const readTime: (typed: string) => string | null;
