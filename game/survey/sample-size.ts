/** How many answers a survey of `served` services needs, and whether it has them. */
export type SampleStatus = {
  readonly served: number
  readonly needed: number
  readonly answered: number
  readonly isEnough: boolean
}

/**
 * Krejcie and Morgan (1970): S = λ²NPQ ÷ (d²(N−1) + λ²PQ) with λ² = 3.841, P = Q = 0.5, d = 0.05; rounded half up, as their table has it.
 * In integers: both sides are taken 100,000 times, so that no binary fraction tips a half.
 * @throws TypeError when the population is no whole number from 0
 */
export function sampleSize(population: number): number {
  if (!Number.isSafeInteger(population) || population < 0)
    throw new TypeError(`population must be a whole number from 0, got ${population}`)
  if (population === 0) return 0
  const above = 96_025 * population
  const below = 250 * (population - 1) + 96_025
  return Math.floor((2 * above + below) / (2 * below))
}

/** Nobody served needs no answer, and is not enough either: there is nothing to know. */
export function sampleStatus(served: number, answered: number): SampleStatus {
  // Answers to services of the quarter before are counted in the one that shows them: more may have answered than were served.
  const population = Math.max(served, answered)
  const needed = sampleSize(population)
  return { served: population, needed, answered, isEnough: population > 0 && answered >= needed }
}
