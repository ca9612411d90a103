/** Languages of the interface. Indonesian is the first and the one to fall back to. */
export type Language = 'id' | 'en'
/** @public in the order in which they are offered */
export const languages: readonly Language[] = ['id', 'en']

/** Flat table: key → sentence; `{name}` is filled from the values. */
export type Messages = Readonly<Record<string, string>>
export type TextValues = Readonly<Record<string, string | number>>
export type Translate = (key: string, values?: TextValues) => string

/** Fills `{name}` in a sentence; a name without a value stays as written. */
export function fillText(sentence: string, values: TextValues = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

/**
 * A function from key to sentence. A key that the table lacks comes back as itself:
 * ugly on the screen, harmless to the person, and refused by the test over all sources.
 */
export function createTranslate(messages: Messages): Translate {
  return (key, values) => fillText(messages[key] ?? key, values)
}

/** The language of a stored or written value; Indonesian when it is neither. */
export function asLanguage(value: unknown): Language {
  return value === 'en' ? 'en' : 'id'
}
