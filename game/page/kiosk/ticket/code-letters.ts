/** The letters and digits of which a code is made: none that is mistaken for another when it is read or said. */
export const codeLetters = [...'23456789ABCDEFGHJKMNPQRSTVWXYZ'] as const
export const codeLength = 8

/** "ABCD2345" as "ABCD 2345": in fours, as people read it out. */
export function codeInFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** What was typed so far, with one more key; what no code can hold is passed over. */
export function typeLetter(typed: string, key: string): string {
  if (key === 'Backspace') return typed.slice(0, -1)
  const letter = key.toUpperCase()
  return (codeLetters as readonly string[]).includes(letter) && typed.length < codeLength ? typed + letter : typed
}
