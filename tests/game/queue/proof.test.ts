import { describe, expect, test } from 'vitest'
import { chain, nonceOf, sealDay, sha256 } from '../../../bench/queue/seal-day.ts'
import {
  sealText,
  splitEvent,
  verifyProof,
  type ProofHead,
  type ProofLine,
  type ProofReport,
  type PublicEvent,
  type QueueCommand,
  type QueueDay,
} from '../../../game/queue/index.ts'
import {
  act,
  byPerson,
  call,
  cancel,
  claim,
  issue,
  later,
  minute,
  must,
  newDay,
  next,
  park,
  reserve,
  second,
  t0,
  transfer,
} from './play.ts'

function headOf({ region, group, prefix, day, policy }: QueueDay): ProofHead {
  return { format: 'balai-queue-1', region, group, prefix, day, policy }
}
/** Plays commands on the day and exports all of them. */
function exportOf(day: QueueDay, ...commands: readonly QueueCommand[]): { head: ProofHead; lines: ProofLine[] } {
  const head = headOf(day)
  return { head, lines: sealDay(head, must(day, ...commands)) }
}
const verify = ({ head, lines }: { head: ProofHead; lines: readonly ProofLine[] }): Promise<ProofReport> => verifyProof(head, lines, sha256)
/** The report of an export that was written again by the house itself, every link anew. */
const rewritten = (of: { head: ProofHead; lines: readonly ProofLine[] }, change: (lines: ProofLine[]) => readonly ProofLine[]) =>
  verify({ head: of.head, lines: chain(of.head, change([...of.lines])) })
const edited = (line: ProofLine, changes: Readonly<Record<string, unknown>>): ProofLine => ({
  ...line,
  event: { ...line.event, ...changes } as PublicEvent,
})
const entrances = ['a', 'b', 'c', 'd'].map((id, index) => issue(id, { atMs: t0 + index * second }))
const plain = () => exportOf(newDay(), ...entrances, next(), act('serve', 'a'), act('finish', 'a'), next())

describe('the chain', () => {
  test('Q71: an honest export is good; changing, leaving out, adding or swapping lines breaks it at the first such line', async () => {
    const { head, lines } = plain()
    expect(await verify({ head, lines })).toMatchObject({ ok: true, events: 8, issued: 4, calls: 2, jumps: [], hash: lines[7].hash })
    const faults: [ProofLine[], number][] = [
      [lines.with(2, edited(lines[2], { channel: 'kiosk' })), 3],
      [lines.with(2, { ...lines[2], seal: lines[1].seal }), 3],
      [lines.with(2, { ...lines[2], hash: lines[1].hash }), 3],
      [lines.toSpliced(1, 1), 2],
      [lines.toSpliced(4, 0, lines[3]), 5],
      [lines.with(5, lines[6]).with(6, lines[5]), 6],
    ]
    for (const [changed, line] of faults)
      expect(await verify({ head, lines: changed })).toMatchObject({ ok: false, line, reason: 'broken-link' })
  })

  test('Q71: every link binds all before it', () => {
    const { head, lines } = plain()
    const other = chain(head, lines.with(0, edited(lines[0], { channel: 'kiosk' })))
    expect(other.filter(({ hash }, index) => hash === lines[index].hash)).toEqual([])
  })

  test('Q72: region, line, prefix, day and policy are bound too', async () => {
    const { head, lines } = plain()
    const others = [
      { region: 'ikn' },
      { group: 'akta' },
      { prefix: 'B' },
      { day: '2026-03-03' },
      { policy: { ...head.policy, turnsPerPriority: 9 } },
    ]
    for (const change of others) {
      expect(await verify({ head: { ...head, ...change }, lines })).toMatchObject({ ok: false, line: 1, reason: 'broken-link' })
    }
  })
})

describe('what is not shown', () => {
  const secrets = { citizen: 'nik-640', service: 'talak', device: 'phone-9', route: [{ group: 'pn', service: 'cerai' }] }
  const commands: QueueCommand[] = [
    issue('t', secrets),
    { type: 'note', ticket: 't', officer: 'bu-rina', text: 'HIV', atMs: later },
    next('c1', later, 'bu-rina'),
    { ...transfer('t', { type: 'officer', officer: 'pak-budi' }), officer: 'bu-rina' },
    next('c1', later, 'pak-budi'),
    { ...act('serve', 't'), officer: 'bu-rina' } as QueueCommand,
    { ...act('finish', 't'), officer: 'bu-rina' } as QueueCommand,
    { type: 'close-line', reason: 'listrik padam', untilMs: null, officer: 'bu-rina', atMs: later },
  ]

  test('Q73: person, officer, device, note and service are sealed; what is needed to check the order is shown', () => {
    const { lines } = exportOf(newDay(), ...commands)
    const text = JSON.stringify(lines)
    for (const secret of ['nik-640', 'talak', 'phone-9', 'cerai', 'bu-rina', 'pak-budi', 'HIV']) expect(text).not.toContain(secret)
    expect(lines[6].event).toMatchObject({ type: 'finished', counter: 'c1', next: { group: 'pn' } })
    expect(lines[7].event).toMatchObject({ reason: 'listrik padam' })
    expect(lines[0].event).toEqual({ type: 'issued', ticket: 't', number: 1, channel: 'hall', priority: null, atMs: t0 })
  })

  test('Q73: the seal binds all that is hidden', () => {
    const [event] = must(newDay(), issue('t', secrets))
    const { hidden } = splitEvent(event)
    expect(hidden).toEqual(secrets)
    const seal = sealText(hidden, nonceOf(0))
    for (const name of Object.keys(secrets)) expect(sealText({ ...hidden, [name]: 'other' }, nonceOf(0))).not.toBe(seal)
  })

  test('Q74: a seal tells nothing without its nonce, and opens to one thing only', () => {
    const { lines } = exportOf(newDay(), ...commands)
    const hidden = splitEvent(must(newDay(), commands[0])[0]).hidden
    expect(lines[0].seal).toBe(sha256(sealText(hidden, nonceOf(0))))
    expect(sha256(sealText(hidden, nonceOf(1)))).not.toBe(lines[0].seal)
    expect(sha256(sealText({ ...hidden, citizen: 'nik-641' }, nonceOf(0)))).not.toBe(lines[0].seal)
    expect(sealText({ b: 1, a: [{ d: null, c: 'x' }] }, 'n')).toBe('n\n{"a":[{"c":"x","d":null}],"b":1}')
  })
})

describe('a house that writes its day again', () => {
  const bad = (line: number, reason: 'impossible-event' | 'out-of-order') => ({ ok: false, line, reason })

  test('Q75: an event that was not possible fails, and is named', async () => {
    const day = plain()
    const number = (value: number) => (lines: ProofLine[]) => lines.with(2, edited(lines[2], { number: value }))
    expect(await rewritten(day, number(7))).toMatchObject(bad(3, 'impossible-event'))
    expect(await rewritten(day, (lines) => lines.toSpliced(1, 1))).toMatchObject(bad(2, 'impossible-event'))
    expect(await rewritten(day, (lines) => [...lines, lines[6]])).toMatchObject(bad(9, 'impossible-event'))
    expect(await rewritten(day, (lines) => lines.toSpliced(6, 1))).toMatchObject(bad(7, 'impossible-event'))
    expect(await rewritten(day, (lines) => lines.with(5, edited(lines[5], { counter: 'c2' })))).toMatchObject(bad(6, 'impossible-event'))
    expect(await rewritten(day, (lines) => lines.with(5, edited(lines[5], { ticket: 'z' })))).toMatchObject(bad(6, 'impossible-event'))
  })

  test('Q75: nobody is thrown out, let in or let forward against the rules', async () => {
    const gone = exportOf(newDay(), ...entrances, next(), act('skip', 'a', later + minute), byPerson('rejoin', 'a', later + minute))
    expect(await verify(gone)).toMatchObject({ ok: true })
    expect(await rewritten(gone, (lines) => lines.with(6, edited(lines[6], { rankMs: t0 })))).toMatchObject(bad(7, 'impossible-event'))
    expect(await rewritten(gone, (lines) => lines.with(5, edited(lines[5], { atMs: later + second })))).toMatchObject(
      bad(6, 'impossible-event'),
    )
    for (const reason of ['no-show', 'not-ready']) {
      const skip = (lines: ProofLine[]) => lines.with(5, edited(lines[5], { ticket: 'b', reason }))
      expect(await rewritten(gone, skip)).toMatchObject(bad(6, 'impossible-event'))
    }
    const closed = exportOf(
      newDay(),
      { type: 'close-line', reason: 'x', untilMs: null, officer: 'o', atMs: t0 },
      { type: 'open-line', officer: 'o', atMs: t0 },
      issue('a'),
    )
    expect(await rewritten(closed, (lines) => lines.toSpliced(1, 1))).toMatchObject(bad(2, 'impossible-event'))
  })

  test('Q76: a call that the rules do not give fails, and is named', async () => {
    const day = exportOf(newDay(), ...entrances, issue('p', { priority: 'elderly', atMs: t0 + minute }), next(), next('c2'))
    expect(await verify(day)).toMatchObject({
      ok: true,
      jumps: [{ line: 6, label: 'A-005', basis: 'priority', reason: 'elderly', atMs: later }],
    })
    const called = (line: number, changes: Readonly<Record<string, unknown>>) =>
      rewritten(day, (lines) => lines.with(line - 1, edited(lines[line - 1], changes)))
    expect(await called(7, { ticket: 'b' })).toMatchObject(bad(7, 'out-of-order'))
    expect(await called(7, { basis: 'priority' })).toMatchObject(bad(7, 'out-of-order'))
    expect(await called(6, { ticket: 'a', basis: 'turn' })).toMatchObject({
      ...bad(6, 'out-of-order'),
      detail: expect.stringContaining('A-005') as string,
    })
    expect(await called(7, { basis: 'assigned' })).toMatchObject(bad(7, 'out-of-order'))
    const sent = exportOf(newDay(), ...entrances, next(), transfer('a', { type: 'counter', counter: 'c2' }), next('c2'))
    expect(await verify(sent)).toMatchObject({ ok: true, jumps: [{ line: 7, label: 'A-001', basis: 'assigned', reason: 'transferred' }] })
    expect(await rewritten(sent, (lines) => lines.with(6, edited(lines[6], { counter: 'c3' })))).toMatchObject(bad(7, 'out-of-order'))
  })

  test('Q76: whoever was sent to an officer may be the next or not, as the officer is sealed', async () => {
    for (const officer of ['o-c2', 'o-c3']) {
      const day = newDay({ turnsPerPriority: 0 })
      const lines = exportOf(
        day,
        ...entrances,
        next(),
        transfer('a', { type: 'officer', officer: 'o-c2' }),
        cancel('b'),
        { type: 'prioritise', ticket: 'c', priority: 'infant', officer: 'o', atMs: later },
        next('c9', later, officer),
      )
      expect(lines.lines.at(-1)?.event).toMatchObject({ ticket: 'c', basis: officer === 'o-c2' ? 'priority' : 'turn' })
      expect(await verify(lines)).toMatchObject({ ok: true })
    }
  })

  test('Q77: somebody passed over without an event of it fails, and so does a passing for nobody', async () => {
    const atHome = entrances.map((command) =>
      command.ticket === 'a' || command.ticket === 'b' ? { ...command, channel: 'home' as const } : command,
    )
    const day = exportOf(newDay({ readyForMs: minute, mostPasses: 1 }), ...atHome, next())
    expect(day.lines.map(({ event }) => event.type).slice(4)).toEqual(['passed', 'skipped', 'passed', 'skipped', 'called'])
    expect(await verify(day)).toMatchObject({ ok: true })
    expect(await rewritten(day, (lines) => lines.toSpliced(6, 2))).toMatchObject({
      ...bad(7, 'out-of-order'),
      detail: expect.stringContaining('A-002') as string,
    })
    expect(await rewritten(day, (lines) => lines.slice(0, -1))).toMatchObject(bad(8, 'out-of-order'))
    const goOn = (lines: ProofLine[]) => [...lines.slice(0, -1), edited(lines[3], { ticket: 'e', number: 5 })]
    expect(await rewritten(day, goOn)).toMatchObject(bad(9, 'out-of-order'))
    expect(await rewritten(day, (lines) => lines.toSpliced(4, 0, edited(lines[4], { ticket: 'd' })))).toMatchObject(
      bad(5, 'impossible-event'),
    )
  })

  test('Q78: every call out of turn is listed with its reason', async () => {
    const day = exportOf(
      newDay(),
      ...entrances,
      issue('p', { priority: 'pregnant', atMs: t0 + minute }),
      next('c1'),
      call('c', 'interpreter', 'c2'),
      next('c3'),
      { ...transfer('a', { type: 'counter', counter: 'c4' }), counter: 'c3' },
      next('c4'),
    )
    expect(await verify(day)).toMatchObject({
      ok: true,
      calls: 4,
      jumps: [
        { line: 6, label: 'A-005', atMs: later, basis: 'priority', reason: 'pregnant' },
        { line: 7, label: 'A-003', atMs: later, basis: 'named', reason: 'interpreter' },
        { line: 10, label: 'A-001', atMs: later, basis: 'assigned', reason: 'transferred' },
      ],
    })
  })

  test('Q75: a day with everything in it is good', async () => {
    const all = exportOf(
      newDay(),
      ...entrances,
      issue('k', { citizen: 'kiosk', channel: 'kiosk', atMs: t0 + minute }),
      claim('k', 'ani'),
      reserve('r'),
      cancel('r', t0 + minute, later),
      next(),
      park('a'),
      byPerson('return', 'a'),
      { type: 'expire-all', atMs: later + minute },
    )
    expect(await verify(all)).toMatchObject({ ok: true, issued: 5 })
  })
})
