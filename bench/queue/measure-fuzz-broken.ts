import type { Measurement } from '../figures/figure.ts'
import { describeFailure } from './describe-failure.ts'
import { fuzzQueueSeeds } from './fuzz-queue-seeds.ts'

const seeds = 2000

/**
 * Days of random commands, each drawn from a seed, in which the queue and its slips of paper disagree, or somebody is lost, called twice without a reason,
 * overtaken beyond the share or never called, or in which the proof or a replay of the events is wrong. n: days.
 */
export async function measureFuzzBroken(): Promise<Measurement> {
  const findings = await fuzzQueueSeeds(Array.from({ length: seeds }, (_, index) => index + 1))
  const bad = findings.filter(({ wrong }) => wrong.length > 0)
  if (bad.length > 0) process.stderr.write(`${await describeFailure(bad[0])}\n`)
  const paths = new Set(findings.flatMap((finding) => [...finding.paths.keys()]))
  const commands = findings.reduce((sum, finding) => sum + finding.commands.length, 0)
  process.stderr.write(`${commands} commands, ${paths.size} kinds of command and answer\n`)
  return { value: bad.length, n: findings.length }
}
