/** The languages of the program; Vietnamese is the first. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** A message is a text, or a function that puts values into one. */
export type Message = string | ((...values: never[]) => string);

/**
 * One area's texts in both languages. Declared once in Vietnamese; English must have the same keys with the same values put in:
 *
 *     const vi = { saved: (time: string) => `Đã lưu ${time}` };
 *     const en: typeof vi = { saved: (time) => `Saved ${time}` };
 *     export const storeMessages: Catalogue<typeof vi> = { vi, en };
 */
export type Catalogue<Texts extends Readonly<Record<string, Message>>> = Readonly<Record<Language, Readonly<Texts>>>;
