import { describe, expect, it } from 'vitest'
import { findReceipt, readReceipt, tellReceipt } from '../../../../game/page/proof/check/tell-receipt.ts'
import { verifyProof } from '../../../../game/queue/index.ts'
import { atCounter, issue, longDay, openingMs, play, sampleDay, sampleHead, sha256, type Play } from './sample-day.ts'

const proofOf = ({ lines }: Play) => ({ head: sampleHead, lines })
const minute = (n: number) => openingMs + n * 60_000

describe('a receipt', () => {
  const hash = '24e1b9fb5d112e6d7e5149029db5ffb41517cd5870584ac284055774d6c69b26'
  it.each([
    ['as it is', hash, hash],
    ['in capitals and groups, as somebody types it off paper', ' 24E1 B9FB 5D11 2E6D ', '24e1b9fb5d112e6d'],
    ['as a whole address', `https://mall.example/antrean/bukti/2026-11-22?wilayah=kukar#${hash}`, hash],
    ['cut short on a small ticket', '24e1b9fb…', '24e1b9fb'],
    ['too short', '24e1b9f', null],
    ['a number', 'A-001', null],
    ['too long', `${hash}0`, null],
    ['nothing', '', null],
  ])('is read %s', (_, text, receipt) => {
    expect(readReceipt(text)).toBe(receipt)
  })

  it('is found by its beginning, and not in another record', () => {
    const { lines } = sampleDay()
    expect(findReceipt(lines, lines[4].hash.slice(0, 8))).toBe(5)
    expect(findReceipt(lines.slice(0, 4), lines[4].hash)).toBeNull()
  })
})

describe('what became of a number', () => {
  it('tells its place, every step, and who was called before it out of turn', () => {
    expect(tellReceipt(proofOf(sampleDay()), 2)).toEqual({
      line: 2,
      label: 'A-002',
      ahead: 1,
      steps: [
        { line: 2, type: 'issued', atMs: minute(1), counter: null },
        { line: 15, type: 'called', atMs: minute(26), counter: 'kukar.loket-01' },
        { line: 16, type: 'skipped', atMs: minute(27), counter: null },
      ],
      overtakers: [
        { line: 6, label: 'A-003', atMs: minute(5), basis: 'priority', reason: 'elderly' },
        { line: 12, label: 'A-004', atMs: minute(21), basis: 'named', reason: 'paper-brought' },
      ],
      state: 'skipped',
    })
  })

  it('counts nobody as having gone before who stood ahead, and nobody for the first', () => {
    expect(tellReceipt(proofOf(sampleDay()), 5)).toMatchObject({ label: 'A-005', ahead: 4, overtakers: [], state: 'serving' })
    expect(tellReceipt(proofOf(sampleDay()), 3)).toMatchObject({ label: 'A-003', ahead: 0, overtakers: [] })
  })

  it('says of somebody who comes back from a room that they had queued earlier', () => {
    const played = play()
    played.do(issue('t1', 0))
    played.do({ type: 'call-next', ...atCounter(1) })
    played.do({ type: 'park', ticket: 't1', room: 'foto', ...atCounter(2) })
    played.do(issue('t2', 3))
    played.do({ type: 'return', ticket: 't1', by: null, atMs: minute(4) })
    played.do({ type: 'call-next', ...atCounter(5) })
    expect(tellReceipt(proofOf(played), 4)).toMatchObject({
      ahead: 0,
      overtakers: [{ label: 'A-001', basis: 'older-place', reason: '' }],
      state: 'waiting',
    })
    played.do({ type: 'park', ticket: 't1', room: 'foto', ...atCounter(6) })
    played.do(issue('t3', 7))
    played.do({ type: 'return', ticket: 't1', by: null, atMs: minute(8) })
    const number3 = played.lines.findIndex(({ event }) => event.ticket === 't3') + 1
    for (let n = 9; n < 12; n++) {
      played.do({ type: 'call-next', ...atCounter(n) })
      if (n === 9) played.do({ type: 'park', ticket: 't1', room: 'foto', ...atCounter(n) })
      else if (n === 10) {
        played.do({ type: 'transfer', ticket: 't2', to: { type: 'service', service: 'ktp' }, ...atCounter(n) })
      }
    }
    // t2 was ahead and is called by right once; its second call, from its old place, is told.
    expect(tellReceipt(proofOf(played), number3)).toMatchObject({ ahead: 1, overtakers: [{ label: 'A-001' }, { label: 'A-002' }] })
  })

  it('says of somebody who was passed over that they were not ready', () => {
    const played = play()
    played.do(issue('t1', 0, { channel: 'home' }))
    played.do(issue('t2', 1))
    played.do({ type: 'call-next', ...atCounter(30) })
    const story = tellReceipt(proofOf(played), 1)
    expect(story?.overtakers).toMatchObject([{ label: 'A-002', basis: 'not-ready' }])
    expect(story?.steps.map(({ type }) => type)).toEqual(['issued', 'passed'])
  })

  it('counts no call after somebody was skipped for not being ready', () => {
    const played = play({ ...sampleHead, policy: { ...sampleHead.policy, mostPasses: 1 } })
    played.do(issue('t1', 0, { channel: 'home' }))
    played.do(issue('t2', 1))
    played.do(issue('t3', 2))
    played.do({ type: 'call-next', ...atCounter(30) })
    played.do({ type: 'call-next', ...atCounter(31, 'kukar.loket-02') })
    const head = { ...sampleHead, policy: { ...sampleHead.policy, mostPasses: 1 } }
    expect(tellReceipt({ head, lines: played.lines }, 1)).toMatchObject({ state: 'skipped', overtakers: [] })
  })

  it('gives a booking its place at check-in, and none before it', () => {
    const played = play()
    const { citizen, device, priority, route, service } = { citizen: 'c', device: null, priority: null, route: [], service: null }
    const taking = { citizen, device, priority, route, service }
    played.do({ type: 'reserve', ticket: 'b', ...taking, slotAtMs: minute(20), capacity: 1, atMs: minute(0) })
    played.do(issue('t1', 1))
    expect(tellReceipt(proofOf(played), 1)).toMatchObject({ label: null, ahead: null, overtakers: [], state: 'reserved' })
    played.do({ type: 'check-in', ticket: 'b', by: 'c', channel: 'hall', atMs: minute(15) })
    expect(tellReceipt(proofOf(played), 1)).toMatchObject({ label: 'A-002', ahead: 1, state: 'waiting' })
  })

  it('tells nothing of an event that is about no ticket', () => {
    const played = play()
    played.do({ type: 'close-line', reason: 'listrik padam', untilMs: null, officer: 'budi', atMs: minute(0) })
    expect(tellReceipt(proofOf(played), 1)).toBeNull()
  })

  it.each([1, 7])('on a day by chance (seed %i) nobody is called later than those ahead of them and those named explain', async (seed) => {
    const proof = proofOf(longDay({ events: 240, seed }))
    expect(await verifyProof(proof.head, proof.lines, sha256)).toMatchObject({ ok: true, events: proof.lines.length })
    const entrances = proof.lines.flatMap(({ event }, index) => (event.type === 'issued' ? [index + 1] : []))
    const tooMany = entrances.filter((line) => {
      const story = tellReceipt(proof, line)
      const called = story?.steps.find(({ type }) => type === 'called')
      if (story === null || story.ahead === null || called === undefined) return false
      const before = proof.lines.slice(line, called.line - 1).filter(({ event }) => event.type === 'called').length
      return before > story.ahead + story.overtakers.length
    })
    expect([entrances.length > 50, tooMany]).toEqual([true, []])
  })
})
