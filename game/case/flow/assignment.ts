import type { Candidate } from './case-command.ts'

/**
 * Who gets a case: one of those with the fewest in hand, by a drawn number, so that nobody can choose their officer and no officer their citizen.
 * @param draw from 0 to below 1
 * @returns null when there is nobody
 */
export function drawOfficer(candidates: readonly Candidate[], draw: number): Candidate | null {
  if (!(draw >= 0 && draw < 1)) throw new TypeError(`draw must be a number from 0 to below 1, got ${draw}`)
  const fewest = Math.min(...candidates.map(({ open }) => open))
  // By id, so that the order in which they were named has no say.
  const least = candidates.filter(({ open }) => open === fewest).sort((a, b) => (a.officer < b.officer ? -1 : 1))
  return least.length === 0 ? null : least[Math.floor(draw * least.length)]
}
