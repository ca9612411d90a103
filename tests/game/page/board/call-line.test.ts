import { describe, expect, it } from 'vitest'
import { createCallLine } from '../../../../game/page/board/state/call-line.ts'

const call = (label: string) => ({ label, counter: 'c1', at: '2025-11-21T01:00:00.000Z', isAgain: false })
const settle = () => new Promise((done) => setImmediate(done))

/** A line whose sentences and showings end when the test says so. */
function start() {
  const said: string[] = []
  const spoken: (() => void)[] = []
  const shown: (() => void)[] = []
  const line = createCallLine(
    ({ label }) => {
      said.push(label)
      return new Promise((done) => spoken.push(done))
    },
    () => new Promise((done) => shown.push(done)),
  )
  const end = (list: (() => void)[]) => async () => {
    list.shift()?.()
    await settle()
  }
  return {
    line,
    said,
    endSentence: end(spoken),
    endShowing: end(shown),
    large: () => line.current.value?.label,
    fresh: () => line.fresh.value.map(({ label }) => label),
  }
}

describe('the line of calls', () => {
  it('shows the newest at once while the voice is still at the one before', async () => {
    const { line, said, endSentence, endShowing, large, fresh } = start()
    line.push(call('A-001'))
    line.push(call('B-001'))
    await settle()
    expect([said, large(), fresh()]).toEqual([['A-001'], 'B-001', ['B-001', 'A-001']])
    await endSentence()
    expect(said).toEqual(['A-001', 'B-001'])
    await endShowing()
    expect(fresh()).toEqual(['B-001'])
    await endSentence()
    await endShowing()
    expect([large(), fresh()]).toEqual([undefined, []])
  })

  it('keeps the newest large until it is spoken', async () => {
    const { line, endSentence, endShowing, large } = start()
    for (const label of ['A-001', 'B-001', 'C-001']) line.push(call(label))
    // The voice has done with A and B; C still waits for its sentence, and is the large one throughout.
    for (const step of [endSentence, endShowing, endSentence, endShowing, endShowing]) {
      expect(large()).toBe('C-001')
      await step()
    }
    expect(large()).toBe('C-001')
    await endSentence()
    expect(large()).toBeUndefined()
  })

  it('says a number once when it is called again before its turn', async () => {
    const { line, said, endSentence, large } = start()
    for (const label of ['A-001', 'B-001', 'C-001', 'B-001']) line.push(call(label))
    expect(large()).toBe('B-001')
    for (let i = 0; i < 4; i += 1) await endSentence()
    expect(said).toEqual(['A-001', 'C-001', 'B-001'])
  })

  it('goes on after a sentence that failed', async () => {
    const line = createCallLine(
      () => Promise.reject(new Error('no sound')),
      () => Promise.resolve(),
    )
    line.push(call('A-001'))
    await settle()
    expect(line.current.value).toBeNull()
  })
})
