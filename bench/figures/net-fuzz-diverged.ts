import { fuzzSeeds } from '../net-fuzz/fuzz-seeds.ts'
import type { Measurement } from './figure.ts'

const seeds = 500
/** More would not be read. */
const mostNamed = 12

/**
 * Sessions, each drawn from a seed, that end with anybody's picture of anybody else than the server has them: by a bit of a position, by
 * where they look, by a mark or a name, by who is known and how many are not; or in which an honest person was corrected, lost sight of
 * somebody, or was sent away, though no rule foresees it; or in which anything was thrown. n: sessions.
 */
export async function measureNetFuzzDiverged(): Promise<Measurement> {
  const findings = await fuzzSeeds(Array.from({ length: seeds }, (_, i) => i + 1))
  const bad = findings.filter(({ wrong, notes }) => wrong.length + notes.length > 0)
  for (const { seed, wrong, notes } of bad.slice(0, mostNamed))
    process.stderr.write(`seed ${seed}: ${[...wrong, ...notes].slice(0, 3).join('; ')}\n`)
  if (bad.length > mostNamed) process.stderr.write(`and ${bad.length - mostNamed} more\n`)
  const sum = (valueOf: (finding: (typeof findings)[number]) => number): number => findings.reduce((total, one) => total + valueOf(one), 0)
  process.stderr.write(
    `${sum(({ pairs }) => pairs)} pictures after ${sum(({ intents }) => intents)} intents and ${sum(({ resumed }) => resumed)} returns; ` +
      `corrected because a line stalled for more than 3 s: ${sum(({ corrections }) => corrections.late)}; ` +
      `asked for a state for the same reason: ${sum(({ lost }) => lost.late)}, without physics: ${sum(({ lost }) => lost.walls)}\n`,
  )
  return { value: bad.length, n: findings.length }
}
