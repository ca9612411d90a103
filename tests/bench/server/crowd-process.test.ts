import { describe, expect, it } from 'vitest'
import { runCrowdProcess } from '../../../bench/server/crowd-process.ts'

async function run(what: string) {
  const heard: string[] = []
  const command = { entry: new URL('crowd-child.ts', import.meta.url), args: [what], core: null, withinMs: what === 'hang' ? 500 : 60_000 }
  const watch = { began: () => void heard.push('began'), ended: () => void heard.push('ended') }
  const figures = await runCrowdProcess(command, (sentence) => void heard.push(sentence), watch)
  return { heard, figures }
}

describe('the process of a crowd', () => {
  it('tells both ends of its window, then what it found, numbers that are none included', async () => {
    expect(await run('walk')).toEqual({
      heard: ['will walk', 'began', 'ended'],
      figures: [{ key: 'down_mean', value: Number.NaN, unit: '', n: 0 }],
    })
  })
  it('that fails says why', async () => {
    await expect(run('fail')).rejects.toThrow('nobody got in')
  })
  it('that hangs is given up', async () => {
    await expect(run('hang')).rejects.toThrow('did not end within 0.5 s')
  })
  it('that dies without a word is a failure too', async () => {
    await expect(run('die')).rejects.toThrow('code 3')
  })
})
