/** Digits and capitals without 0 O, 1 I L: 31, a prime, so that the check finds any one wrong sign and any two swapped neighbours. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const signsOfNumber = 5

/**
 * A number for people, `K-7QF3-2M`: five drawn signs and one that checks them.
 * @param draws five numbers from 0 to below 1
 */
export function makeCaseNumber(draws: readonly number[]): string {
  if (draws.length !== signsOfNumber || draws.some((draw) => !(draw >= 0 && draw < 1))) {
    throw new TypeError(`draws must be ${signsOfNumber} numbers from 0 to below 1, got ${JSON.stringify(draws)}`)
  }
  const values = draws.map((draw) => Math.floor(draw * signs.length))
  const text = [...values, checkOf(values)].map((value) => signs[value]).join('')
  return `K-${text.slice(0, 4)}-${text.slice(4)}`
}

/** A number as somebody typed or said it, as it is written; null when it is none: too short, or a sign is wrong. Spaces, hyphens and small letters do not matter. */
export function readCaseNumber(typed: string): string | null {
  const [, text] = /^K?([2-9A-HJKMNP-Z]{6})$/.exec(typed.toUpperCase().replaceAll(/[\s-]/g, '')) ?? []
  if (text === undefined) return null
  const values = [...text].map((sign) => signs.indexOf(sign))
  return values[signsOfNumber] === checkOf(values.slice(0, signsOfNumber)) ? `K-${text.slice(0, 4)}-${text.slice(4)}` : null
}

/** Weights 2 to 6: with a check of weight 1 no two neighbours weigh the same. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + (signsOfNumber + 1 - index) * value, 0) % signs.length
}
