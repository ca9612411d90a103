import { CodedError } from '@balai/engine/core'
import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../../../game/api/index.ts'
import { createMemoryKeep, type DeviceKeep } from '../../../../../game/page/citizen/case/keep/device-keep.ts'
import { startCourier } from '../../../../../game/page/citizen/case/outbox/courier.ts'
import type { ByteSending } from '../../../../../game/page/citizen/case/outbox/send-bytes.ts'
import type { Sending } from '../../../../../game/page/citizen/case/outbox/sending.ts'
import { openPaperShelf } from '../../../../../game/page/citizen/case/papers/paper-shelf.ts'
import { form, paper } from './a-service.ts'

const words = { id: 'x', en: 'x' }
const sending: Sending = {
  id: 'case-1',
  region: 'kukar',
  service: 'kia',
  title: words,
  version: 1,
  answers: { nama: 'Siti' },
  form,
  papers: { ktp: 'p', kk: 'q' },
  names: { ktp: words, kk: words },
  hashes: { ktp: 'p', kk: 'q' },
  manifest: 'm',
  deviceAt: '2026-11-22T00:00:00.000Z',
  receipt: null,
  number: null,
  isCorrection: false,
}

type Answer = (path: string, body: unknown) => unknown

/** A server that answers as it is told, and a line for bytes; `log` is what reached it, in order. */
async function rig(keep: DeviceKeep, answer: Answer, sendBytes?: (sent: ByteSending) => Promise<string>) {
  const shelf = await openPaperShelf(keep)
  const log: string[] = []
  const bodies = new Map<string, unknown>()
  const done: string[] = []
  const courier = await startCourier({
    delivery: {
      async call<T>(method: string, path: string, options: { body?: unknown } = {}) {
        log.push(`${method} ${path}`)
        bodies.set(path, options.body)
        return answer(path, options.body) as T
      },
      keep,
      shelf,
      sendBytes: sendBytes ?? (async (sent) => `/api/uploads/u${sent.bytes[0]}`),
    },
    t: (key) => key,
    isCarrier: () => true,
    onWrite: () => undefined,
    onDone: (_sending, view) => void done.push(view.number),
    nowMs: Date.now,
    chance: () => 0,
  })
  return { courier, shelf, log, bodies, done }
}
const good: Answer = (path, body) => {
  if (path === '/api/papers') return { id: `vault-${(body as { upload: string }).upload}` }
  if (path === '/api/cases/claims') return { case: 'case-1', serverAt: 'T' }
  return { id: 'case-1', number: 'K-1' } as Partial<CaseView>
}
async function withPapers(keep: DeviceKeep) {
  const shelf = await openPaperShelf(keep)
  await shelf.add(paper('p'), new Uint8Array([1]))
  await shelf.add(paper('q', { kind: 'kk' }), new Uint8Array([2]))
}
const settled = async (look: () => boolean) => {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('a case on its way', () => {
  test('claim first, papers, then the case with the vault ids, the claim and the consent of just these', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const { courier, log, bodies, done } = await rig(keep, good)
    await courier.send(sending)
    await settled(() => done.length > 0)
    expect(log).toEqual(['POST /api/cases/claims', 'POST /api/papers', 'POST /api/papers', 'POST /api/cases'])
    expect(bodies.get('/api/cases')).toMatchObject({
      case: 'case-1',
      papers: { ktp: 'vault-u1', kk: 'vault-u2' },
      claim: { receipt: { serverAt: 'T' }, papers: { ktp: 'p', kk: 'q' } },
      consent: { papers: ['vault-u1', 'vault-u2'] },
    })
    courier.stop()
  })
  test('a paper that the vault has is not sent again', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const { courier, shelf, log, done } = await rig(keep, good)
    await shelf.change('p', { vaultId: 'old' })
    await courier.send(sending)
    await settled(() => done.length > 0)
    expect(log.filter((line) => line === 'POST /api/papers')).toHaveLength(1)
    courier.stop()
  })
  test('one paper without an answer holds up neither the claim nor the other; killed then, the next page goes on where it was', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const first = await rig(keep, good, async (sent) => {
      if (sent.bytes[0] !== 1) return '/api/uploads/u2'
      sent.onUrl('/api/uploads/u1')
      sent.onSent(0.4)
      throw new CodedError('offline', 'cut')
    })
    await first.courier.send(sending)
    await settled(() => first.log.includes('POST /api/papers') && first.courier.items.value.some((row) => row.problem !== null))
    await settled(() => first.courier.running.value.size === 0)
    first.courier.stop()
    const resumed: (string | null)[] = []
    const second = await rig(keep, good, async (sent) => {
      resumed.push(sent.uploadUrl)
      return sent.uploadUrl ?? ''
    })
    expect(second.courier.items.value.find((row) => row.id === 'paper/p')).toMatchObject({ tries: 1, sent: 0.4 })
    second.courier.wake()
    await settled(() => second.done.length > 0)
    expect(resumed).toEqual(['/api/uploads/u1'])
    expect(second.log).toEqual(['POST /api/papers', 'POST /api/cases'])
    second.courier.stop()
  })
  test('an upload that the server no longer has is sent from its beginning', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const { courier, done } = await rig(keep, good, async (sent) => {
      if (sent.bytes[0] === 1 && sent.uploadUrl !== null) throw new CodedError('unknown-upload', 'gone')
      if (sent.bytes[0] === 1 && done.length === 0 && !isSecond) {
        isSecond = true
        sent.onUrl('/api/uploads/u1')
        throw new CodedError('offline', 'cut')
      }
      return `/api/uploads/u${sent.bytes[0]}`
    })
    let isSecond = false
    await courier.send(sending)
    await settled(() => courier.items.value.some((row) => row.uploadUrl !== null && row.tries === 1))
    courier.retry('paper/p')
    await settled(() => courier.items.value.some((row) => row.id === 'paper/p' && row.uploadUrl === null && row.problem !== null))
    courier.retry('paper/p')
    await settled(() => done.length > 0)
    courier.stop()
  })
  test('what the server refuses is said in its words and waits for the citizen; what it cannot do now is tried again', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const { courier } = await rig(keep, (path, body) => {
      if (path !== '/api/papers') return good(path, body)
      const isFirst = (body as { upload: string }).upload === 'u1'
      throw isFirst ? new CodedError('paper-broken', 'Foto ulang.') : new CodedError('papers-busy', 'Sebentar lagi.')
    })
    await courier.send(sending)
    await settled(() => courier.items.value.filter((row) => row.problem !== null).length === 2)
    const state = (id: string) => courier.items.value.find((row) => row.id === id)
    expect(state('paper/p')).toMatchObject({ state: 'refused', problem: { code: 'paper-broken', sentence: 'Foto ulang.' } })
    expect(state('paper/q')).toMatchObject({ state: 'waiting', tries: 1, problem: { sentence: 'Sebentar lagi.' } })
    courier.stop()
  })
  test('nothing leaves the device while it is not known whose it is', async () => {
    const keep = createMemoryKeep()
    await withPapers(keep)
    const shelf = await openPaperShelf(keep)
    const log: string[] = []
    const own = { isTheirs: false }
    const courier = await startCourier({
      delivery: { call: async (_method, path) => (log.push(path), good(path, {})) as never, keep, shelf, sendBytes: async () => '/u' },
      t: (key) => key,
      isCarrier: () => own.isTheirs,
      onWrite: () => undefined,
      onDone: () => undefined,
      nowMs: Date.now,
      chance: () => 0,
    })
    await courier.send(sending)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(log).toEqual([])
    own.isTheirs = true
    courier.wake()
    await settled(() => log.includes('/api/cases/claims'))
    courier.stop()
  })
})
