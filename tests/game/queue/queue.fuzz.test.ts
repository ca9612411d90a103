import { expect, test } from 'vitest'
import { describeFailure } from '../../../bench/queue/describe-failure.ts'
import { runQueueFuzz } from '../../../bench/queue/run-queue-fuzz.ts'
import { shrinkList } from '../../../bench/queue/shrink-commands.ts'
import { queueErrors } from '../../../game/queue/index.ts'

/** Seeds that failed once stay here. */
const keptSeeds: readonly number[] = []
const seeds = [...keptSeeds, ...Array.from({ length: 24 }, (_, index) => index + 1)]
const paths = new Set<string>()

for (const seed of seeds) {
  test(`seed ${seed} agrees with slips of paper, loses and starves nobody, is proven and played again`, async () => {
    const finding = await runQueueFuzz(seed)
    if (finding.wrong.length > 0) throw new Error(await describeFailure(finding))
    for (const path of finding.paths.keys()) paths.add(path)
  })
}

test('the seeds walk every kind of command, and nearly every refusal', () => {
  const kinds = new Set([...paths].filter((path) => path.endsWith(' ok')))
  expect(kinds.size).toBe(24)
  const codes = new Set([...paths].map((path) => path.split(' ')[1]))
  // Number 9,999 takes a longer day.
  const rare = ['queue-full']
  expect(Object.keys(queueErrors).filter((code) => !codes.has(code) && !rare.includes(code))).toEqual([])
})

test('a failing list is shrunk to what makes it fail', async () => {
  const list = Array.from({ length: 50 }, (_, index) => index)
  expect(await shrinkList(list, async (fewer) => fewer.includes(7) && fewer.includes(31))).toEqual([7, 31])
})
