/** "10:32:05" in this computer's zone, from a moment with its offset; empty where it is none. */
export declare const clockOf: (moment: string) => string;
/** "14/01/2026 10:32" in this computer's zone. */
export declare const dayAndClockOf: (moment: string) => string;
/** "14/01/2026" from a day or a local time of the meeting; empty where there is none. */
export declare const dayText: (day: string | null) => string;
/** "08:30" from a local time of the meeting; empty where there is none. */
export declare const timeText: (localTime: string | null) => string;
