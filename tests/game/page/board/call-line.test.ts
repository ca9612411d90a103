import { describe, expect, it } from 'vitest'
import { createCallLine } from '../../../../game/page/board/state/call-line.ts'

const call = (label: string) => ({ label, counter: 'c1', at: '2025-11-21T01:00:00.000Z' })
const settle = () => new Promise((done) => setImmediate(done))

/** A line whose sentences end when the test says so, and whose waits end at once. */
function start() {
  const said: string[] = []
  const ends: (() => void)[] = []
  const line = createCallLine(
    ({ label }) => {
      said.push(label)
      return new Promise((done) => ends.push(done))
    },
    () => Promise.resolve(),
  )
  return {
    line,
    said,
    endOne: async () => {
      ends.shift()?.()
      await settle()
    },
  }
}

describe('the line of calls to announce', () => {
  it('announces one after the other, and each is the large one meanwhile', async () => {
    const { line, said, endOne } = start()
    line.push(call('A-001'))
    line.push(call('B-001'))
    await settle()
    expect([said, line.current.value?.label]).toEqual([['A-001'], 'A-001'])
    await endOne()
    expect([said, line.current.value?.label]).toEqual([['A-001', 'B-001'], 'B-001'])
    await endOne()
    expect(line.current.value).toBeNull()
  })

  it('says a number once when it is called again before its turn', async () => {
    const { line, said, endOne } = start()
    for (const label of ['A-001', 'B-001', 'C-001', 'B-001']) line.push(call(label))
    for (let i = 0; i < 4; i += 1) await endOne()
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
