/** Without 0, 1, I, L, O and U: nothing that is mistaken for something else when it is read aloud. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Letters of a code that opens the verification page, with the last one that checks the others. */
export const verifyCodeLength = 12
export const pickupCodeLength = 8

/** A code as it is compared: capitals, without spaces and hyphens. */
export function plainCode(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '')
}

/** For people: in fours. */
export function spacedCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** The letter after these that lets one wrong letter be noticed: ISO 7064, hybrid system MOD 31,30. @throws TypeError for another letter */
export function checkLetter(letters: string): string {
  const size = codeAlphabet.length
  let product = size
  for (const letter of letters) {
    const value = codeAlphabet.indexOf(letter)
    if (value === -1) throw new TypeError(`letters must be of ${codeAlphabet}, got ${letter}`)
    product = (((product + value) % size || size) * 2) % (size + 1)
  }
  return codeAlphabet[(size + 1 - product) % size]
}

/** Whether a text can be the code of a verification page at all: its letters, their number, and the last one. */
export function isVerifyCode(code: string): boolean {
  if (code.length !== verifyCodeLength || [...code].some((letter) => !codeAlphabet.includes(letter))) return false
  return checkLetter(code.slice(0, -1)) === code.slice(-1)
}
