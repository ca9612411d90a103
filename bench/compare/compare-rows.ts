import type { Row } from '../suite.ts'

/** One case on both sides: ns an operation, the mean of the rounds. */
export type Comparison = {
  readonly name: string
  readonly baseNs: number
  readonly hereNs: number
  /** hereNs / baseNs: below 1 is faster. */
  readonly ratio: number
  /** `same` unless the difference is larger than both margins and shows in every round. */
  readonly verdict: 'faster' | 'slower' | 'same'
}

/**
 * Compares the rounds of two trees, run in turn. Cases that only one of them has are left out.
 * @param base rows of each round; as many rounds as `here`
 */
export function compareRows(base: readonly (readonly Row[])[], here: readonly (readonly Row[])[]): Comparison[] {
  return here[0].flatMap(({ name }) => {
    const before = base.map((round) => round.find((row) => row.name === name))
    const after = here.map((round) => round.find((row) => row.name === name))
    const pairs = before.flatMap((row, round) => {
      const other = after[round]
      return row === undefined || other === undefined ? [] : [{ row, other }]
    })
    if (pairs.length < here.length) return []
    const [baseNs, hereNs] = [mean(pairs.map(({ row }) => row.nsPerOperation)), mean(pairs.map(({ other }) => other.nsPerOperation))]
    const isBeyond = (sign: 1 | -1): boolean =>
      pairs.every(({ row, other }) => {
        const change = other.nsPerOperation / row.nsPerOperation - 1
        return sign * change > Math.max(row.marginPercent, other.marginPercent) / 100
      })
    return [{ name, baseNs, hereNs, ratio: hereNs / baseNs, verdict: isBeyond(1) ? 'slower' : isBeyond(-1) ? 'faster' : 'same' }]
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
