const digits = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const

/** `A-001`, `ZZ-999`, `A-1000`: at least three digits. */
export function formatLabel(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`
}

/**
 * A label as a clerk calls it, for a speech voice: letter by letter, digit by digit. `A-001` is "A, nol nol satu".
 * @throws TypeError when the text is not a label.
 */
export function spokenLabel(label: string, language: 'id' | 'en'): string {
  const parts = /^([A-Z]{1,2})-(\d{3,4})$/.exec(label)
  if (!parts) throw new TypeError(`label must look like A-001, got ${JSON.stringify(label)}`)
  const words = [...parts[2]].map((digit) => digits[language][Number(digit)])
  return `${[...parts[1]].join(' ')}, ${words.join(' ')}`
}
