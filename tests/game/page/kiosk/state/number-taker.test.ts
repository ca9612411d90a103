import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import type { KioskRequest, KioskTicket } from '../../../../../game/api/index.ts'
import { createNumberTaker } from '../../../../../game/page/kiosk/state/number-taker.ts'
import { createWishes } from '../../../../../game/page/kiosk/state/wishes.ts'
import { memoryStore } from '../memory-store.ts'
import { sampleTicket } from '../sample-ticket.ts'

const settle = () => new Promise((done) => setImmediate(done))
const wish = (service: string | null = null): KioskRequest => ({ region: 'kukar', group: 'ktp', service, priority: null })
const minuteMs = 60_000

/** A kiosk whose server answers as the test says: every key gives one number for good, whether or not the answer arrives. */
function start(store = memoryStore(), clock = { ms: 0 }) {
  const numbers = new Map<string, KioskTicket>()
  const sent: string[] = []
  const shown: string[] = []
  const retries: (() => void)[] = []
  const line = { fails: null as Error | null, isLostAfter: false, unpaired: 0 }
  let keys = 0
  const taker = createNumberTaker({
    wishes: createWishes({ store, newKey: () => `key-${clock.ms}-${(keys += 1)}`, clock: () => clock.ms }),
    async send(_request, key) {
      sent.push(key)
      await Promise.resolve()
      if (line.fails) throw line.fails
      const found = numbers.get(key) ?? { code: key, ticket: sampleTicket({ label: `A-00${numbers.size + 1}` }) }
      numbers.set(key, found)
      if (line.isLostAfter) throw new CodedError('timeout', 'no answer')
      return found
    },
    onNumber: ({ ticket }) => void shown.push(ticket.label),
    onUnpaired: () => void (line.unpaired += 1),
    later(then) {
      retries.push(then)
      return () => void retries.splice(retries.indexOf(then), 1)
    },
  })
  const passTime = async () => {
    for (const then of retries.splice(0)) then()
    await settle()
  }
  return { taker, numbers, sent, shown, retries, line, store, clock, passTime }
}

describe('a number at the kiosk', () => {
  it('is shown when the server gave it, and two taps are one wish', async () => {
    const { taker, numbers, shown } = start()
    taker.take(wish())
    taker.take(wish())
    await settle()
    expect([shown, numbers.size, taker.taking.value]).toEqual([['A-001'], 1, null])
  })

  it('is one, however often its answer is lost on the way', async () => {
    const { taker, numbers, sent, shown, line, passTime } = start()
    line.isLostAfter = true
    taker.take(wish())
    await settle()
    expect(taker.taking.value?.state).toBe('waiting')
    await passTime()
    await passTime()
    line.isLostAfter = false
    await passTime()
    expect([new Set(sent).size, sent.length, numbers.size, shown]).toEqual([1, 4, 1, ['A-001']])
  })

  it('is asked for at once when the network is back, and then not again', async () => {
    const { taker, sent, shown, line, retries } = start()
    line.fails = new CodedError('offline', 'no network')
    taker.take(wish())
    await settle()
    line.fails = null
    taker.retry()
    await settle()
    expect([sent.length, shown.length, retries.length]).toEqual([2, 1, 0])
  })

  it('goes to whoever asks next for the same, when the one who asked has gone without it', async () => {
    const { taker, numbers, shown, line } = start()
    line.isLostAfter = true
    taker.take(wish())
    await settle()
    taker.leave()
    line.isLostAfter = false
    taker.take(wish())
    await settle()
    expect([shown, numbers.size]).toEqual([['A-001'], 1])
    taker.take(wish())
    await settle()
    expect(shown).toEqual(['A-001', 'A-002'])
  })

  it('is another one for another wish, and for the same one long after', async () => {
    const { taker, numbers, line, clock } = start()
    line.isLostAfter = true
    for (const request of [wish(), wish('hilang')]) {
      taker.take(request)
      await settle()
      taker.leave()
    }
    expect(numbers.size).toBe(2)
    clock.ms += 11 * minuteMs
    taker.take(wish('hilang'))
    await settle()
    expect(numbers.size).toBe(3)
  })

  it('comes late to nobody: an answer after the person has gone is not shown', async () => {
    const { taker, shown } = start()
    taker.take(wish())
    taker.leave()
    await settle()
    expect(shown).toEqual([])
  })

  it('survives a reload that is not long ago, with its key', async () => {
    const before = start()
    before.line.fails = new CodedError('offline', 'no network')
    before.taker.take(wish())
    await settle()
    const after = start(before.store, { ms: minuteMs })
    after.taker.resume()
    await settle()
    expect([after.sent, after.shown]).toEqual([before.sent.slice(0, 1), ['A-001']])
    const muchLater = start(before.store, { ms: 5 * minuteMs })
    muchLater.taker.resume()
    await settle()
    expect(muchLater.sent).toEqual([])
  })

  it('is refused in words, and a screen without a key is told apart', async () => {
    const { taker, line, retries } = start()
    line.fails = new CodedError('line-closed', 'Antrean ini ditutup.')
    taker.take(wish())
    await settle()
    expect([taker.taking.value?.state, retries.length]).toEqual(['refused', 0])
    line.fails = new CodedError('kiosk-key', 'not paired')
    taker.take(wish())
    await settle()
    expect([taker.taking.value, line.unpaired]).toEqual([null, 1])
  })
})
