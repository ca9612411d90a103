import type { QueueCommand, QueuePolicy } from '../../game/queue/index.ts'

/**
 * The queue as a clerk would keep it with slips of paper: everything is looked for from the front, every time. It takes the types of the domain and
 * none of its code, and is written after SPEC.md.
 */
export type Paper = {
  readonly group: string
  readonly day: string
  readonly policy: QueuePolicy
  /** In the order in which they were taken. */
  readonly slips: Slip[]
  /** Every call by turn and by priority, in order. */
  readonly calls: ('turn' | 'priority')[]
  /** Places of slots that were given up, and until when each is held. */
  readonly givenUp: { slotAtMs: number; untilMs: number }[]
  /** When each ordinary entrance was. */
  readonly entrances: number[]
  closure: { untilMs: number | null } | null
  /** How often somebody stood in line so far. */
  stood: number
}
type Stop = { readonly group: string; readonly service: string | null }
export type Slip = {
  readonly id: string
  readonly device: string | null
  readonly slotAtMs: number | null
  citizen: string
  channel: string
  service: string | null
  route: readonly Stop[]
  priority: string | null
  state: string
  number: number | null
  label: string | null
  rankMs: number
  /** Which standing in line this is, of all. */
  stand: number
  readyUntilMs: number | null
  asked: boolean
  passes: number
  to: { counter?: string; officer?: string } | null
  calledAtMs: number
  counter: string | null
  calls: number
  room: string | null
  rejoins: number
  hop: number
  /** Gone on to another line. */
  isAway: boolean
}
type Of<Type extends QueueCommand['type']> = Extract<QueueCommand, { readonly type: Type }>
type At = { readonly counter: string; readonly officer: string; readonly atMs: number }

export function createPaper(of: { group: string; day: string; policy: QueuePolicy }): Paper {
  return { ...of, slips: [], calls: [], givenUp: [], entrances: [], closure: null, stood: 0 }
}

export const isLive = ({ state }: Slip): boolean => ['reserved', 'waiting', 'called', 'serving', 'parked'].includes(state)
export const inHand = (paper: Paper, counter: string): Slip | undefined =>
  paper.slips.find((slip) => slip.counter === counter && (slip.state === 'called' || slip.state === 'serving'))
export const liveOf = (paper: Paper, citizen: string): Slip | undefined =>
  paper.slips.find((slip) => slip.citizen === citizen && isLive(slip))
export const isReady = (slip: Slip, atMs: number): boolean => slip.readyUntilMs === null || atMs <= slip.readyUntilMs

/** Who waits, first in line first. */
export function lineOf(paper: Paper): Slip[] {
  return paper.slips.filter(({ state }) => state === 'waiting').sort((a, b) => a.rankMs - b.rankMs || a.stand - b.stand)
}

/** Whether so many turns have come since the last priority that the next may go before. */
function isShareFull(calls: readonly string[], turnsPerPriority: number): boolean {
  const last = calls.lastIndexOf('priority')
  return last === -1 || calls.length - 1 - last >= turnsPerPriority
}

function firstOf(
  line: readonly Slip[],
  calls: readonly string[],
  turnsPerPriority: number,
): { slip: Slip; basis: 'turn' | 'priority' | 'assigned' } {
  const [first] = line
  const prior = line.find(({ priority }) => priority === 'health') ?? line.find(({ priority }) => priority !== null)
  if (prior !== undefined && prior !== first && isShareFull(calls, turnsPerPriority)) return { slip: prior, basis: 'priority' }
  return { slip: first, basis: first.to === null ? 'turn' : 'assigned' }
}

/** Who is next at a counter, and who is passed over; null when nobody waits for it. */
export function nextOf(paper: Paper, at: At): { slip: Slip; basis: 'turn' | 'priority' | 'assigned'; passed: Slip[] } | null {
  const mine = lineOf(paper).filter(({ to }) => to === null || to.counter === at.counter || to.officer === at.officer)
  if (mine.length === 0) return null
  const ready = mine.filter((slip) => isReady(slip, at.atMs))
  const found = firstOf(ready.length > 0 ? ready : mine, paper.calls, paper.policy.turnsPerPriority)
  const passed = found.basis === 'priority' ? [] : mine.slice(0, mine.indexOf(found.slip))
  return { ...found, passed }
}

/** The order of calls if nobody came, all were ready and every counter might call all. */
export function orderOf(paper: Paper): Slip[] {
  const calls = [...paper.calls]
  const order: Slip[] = []
  for (let line = lineOf(paper); line.length > 0; line = line.filter((slip) => !order.includes(slip))) {
    const { slip, basis } = firstOf(line, calls, paper.policy.turnsPerPriority)
    if (basis !== 'assigned') calls.push(basis)
    order.push(slip)
  }
  return order
}

export function heldOf(paper: Paper, slotAtMs: number, atMs: number): number {
  const booked = paper.slips.filter((slip) => slip.slotAtMs === slotAtMs).length
  const free = paper.givenUp.filter((one) => one.slotAtMs === slotAtMs && one.untilMs <= atMs).length
  return booked - free
}

/** What must come of a command: `ok` with the paper changed, the code of a refusal, or `throws`. */
export function playOnPaper(paper: Paper, command: QueueCommand): string {
  const { atMs } = command
  switch (command.type) {
    case 'close-line':
      if (command.reason.trim() === '') return 'reason-missing'
      if (isClosed(paper, atMs)) return 'line-closed'
      paper.closure = { untilMs: command.untilMs }
      return 'ok'
    case 'open-line':
      if (!isClosed(paper, atMs)) return 'line-open'
      paper.closure = null
      return 'ok'
    case 'expire-all':
      for (const slip of paper.slips) if (['reserved', 'waiting', 'called', 'skipped'].includes(slip.state)) slip.state = 'expired'
      return 'ok'
    case 'issue':
      return playIssue(paper, command)
    case 'reserve':
      return playReserve(paper, command)
    case 'arrive': {
      const before = paper.slips.find(({ id }) => id === command.ticket)
      if (before !== undefined && !(before.isAway && before.hop < command.hop)) return 'already-here'
      const live = liveOf(paper, command.citizen)
      if (live !== undefined) return nameLive(live)
      const slip = before ?? newSlip(paper, command, command.channel)
      const { citizen, service, route, priority, label, channel, hop } = command
      Object.assign(slip, { citizen, service, route, priority, label, channel, hop, isAway: false })
      stand(paper, slip, command.rankMs, atMs)
      return 'ok'
    }
    case 'ask-ready':
      for (const slip of orderOf(paper).slice(0, paper.policy.askReadyAhead)) if (!isReady(slip, atMs)) slip.asked = true
      return 'ok'
    case 'call-next':
      return playCallNext(paper, command)
    default: {
      const slip = paper.slips.find(({ id }) => id === command.ticket)
      if (slip === undefined) return 'unknown-ticket'
      return playOnSlip(paper, slip, command)
    }
  }
}

function isClosed({ closure }: Paper, atMs: number): boolean {
  return closure !== null && (closure.untilMs === null || atMs < closure.untilMs)
}

function refusalOfTaking(paper: Paper, { ticket, citizen, device, atMs }: Of<'issue'> | Of<'reserve'>): string | null {
  if (paper.slips.some(({ id }) => id === ticket)) return 'throws'
  if (isClosed(paper, atMs)) return 'line-closed'
  const live = liveOf(paper, citizen)
  if (live !== undefined) return nameLive(live)
  const held = paper.slips.filter((slip) => slip.device === device && isLive(slip)).length
  return device !== null && held >= paper.policy.mostOfDevice ? 'device-limit' : null
}

const nameLive = ({ state }: Slip): string => (state === 'reserved' ? 'already-booked' : 'already-waiting')
const numbersGiven = (paper: Paper): number => paper.slips.filter(({ number }) => number !== null).length

function newSlip(paper: Paper, command: Of<'issue'> | Of<'reserve'> | Of<'arrive'>, channel: string): Slip {
  const { ticket: id, citizen, device, service, route, priority } = command
  const slotAtMs = command.type === 'reserve' ? command.slotAtMs : null
  const person = { id, citizen, device, service, route, priority, slotAtMs, channel, state: 'reserved', number: null, label: null }
  const place = { rankMs: 0, stand: 0, readyUntilMs: null, asked: false, passes: 0, to: null, calledAtMs: 0, counter: null }
  const slip: Slip = { ...person, ...place, calls: 0, room: null, rejoins: 0, hop: 0, isAway: false }
  paper.slips.push(slip)
  return slip
}

/** Into the line, with all that begins anew there. */
function stand(paper: Paper, slip: Slip, rankMs: number, atMs: number): void {
  const readyUntilMs = slip.channel === 'home' ? atMs + paper.policy.readyForMs : null
  Object.assign(slip, { state: 'waiting', rankMs, readyUntilMs, asked: false, passes: 0, calls: 0, room: null, stand: ++paper.stood })
}

function giveNumber(paper: Paper, slip: Slip, channel: string, atMs: number): void {
  slip.number = numbersGiven(paper) + 1
  slip.label = `A-${`00${slip.number}`.slice(-3)}`
  slip.channel = channel
  paper.entrances.push(atMs)
  stand(paper, slip, Math.max(...paper.entrances), atMs)
}

function playIssue(paper: Paper, command: Of<'issue'>): string {
  const refusal = refusalOfTaking(paper, command)
  if (refusal !== null) return refusal
  if (command.quota !== null && numbersGiven(paper) >= command.quota) return 'quota-spent'
  giveNumber(paper, newSlip(paper, command, command.channel), command.channel, command.atMs)
  return 'ok'
}

function playReserve(paper: Paper, command: Of<'reserve'>): string {
  const { slotAtMs, atMs, capacity } = command
  const refusal = refusalOfTaking(paper, command)
  if (refusal !== null) return refusal
  if (slotAtMs <= atMs) return 'slot-past'
  if (heldOf(paper, slotAtMs, atMs) >= capacity) return 'slot-full'
  newSlip(paper, command, 'home')
  return 'ok'
}

function playCallNext(paper: Paper, command: Of<'call-next'>): string {
  if (inHand(paper, command.counter) !== undefined) return 'counter-busy'
  const next = nextOf(paper, command)
  if (next === null) return 'nobody-waiting'
  for (const slip of next.passed) {
    slip.passes++
    if (slip.passes >= paper.policy.mostPasses) slip.state = 'skipped'
  }
  if (next.basis !== 'assigned') paper.calls.push(next.basis)
  take(next.slip, command)
  return 'ok'
}

function take(slip: Slip, { counter, atMs }: At): void {
  Object.assign(slip, { state: 'called', counter, calledAtMs: atMs, calls: 1, room: null })
}

/** In which states of the ticket a command can be accepted. */
const states: Partial<Record<QueueCommand['type'], string>> = {
  'check-in': 'reserved',
  ready: 'waiting',
  rejoin: 'skipped',
  return: 'parked',
  cancel: 'reserved waiting called parked skipped',
  rebook: 'reserved waiting skipped',
  claim: 'reserved waiting called serving parked skipped',
  call: 'waiting parked skipped',
  recall: 'called',
  serve: 'called',
  skip: 'called',
  finish: 'serving',
  park: 'called serving',
  transfer: 'called serving',
  prioritise: 'reserved waiting',
}

type OnSlip = Exclude<
  QueueCommand,
  { readonly type: 'close-line' | 'open-line' | 'expire-all' | 'issue' | 'reserve' | 'arrive' | 'ask-ready' | 'call-next' }
>

function playOnSlip(paper: Paper, slip: Slip, command: OnSlip): string {
  const { atMs } = command
  const { policy } = paper
  const possible = states[command.type]
  if (possible !== undefined && !possible.split(' ').includes(slip.state)) return 'wrong-state'
  switch (command.type) {
    case 'note':
      return command.text.trim() === '' ? 'note-empty' : 'ok'
    case 'prioritise':
      slip.priority = command.priority
      return 'ok'
    case 'check-in': {
      const slotAtMs = slip.slotAtMs ?? 0
      if (command.by !== null && command.by !== slip.citizen) return 'not-yours'
      if (slotAtMs - atMs > policy.checkInEarlyMs) return 'too-early'
      if (atMs - slotAtMs > policy.checkInLateMs) return 'too-late'
      giveNumber(paper, slip, command.channel, atMs)
      return 'ok'
    }
    case 'ready':
    case 'return':
      if (command.by !== null && command.by !== slip.citizen) return 'not-yours'
      if (command.type === 'return') stand(paper, slip, slip.rankMs, atMs)
      else Object.assign(slip, { asked: false, readyUntilMs: slip.channel === 'home' ? atMs + policy.readyForMs : null })
      return 'ok'
    case 'rejoin':
      return playRejoin(paper, slip, command)
    case 'cancel':
      if (command.by !== slip.citizen) return 'not-yours'
      if (slip.state === 'reserved') giveUp(paper, slip, command.slotFreeAtMs ?? atMs)
      slip.state = 'cancelled'
      return 'ok'
    case 'rebook':
      if (command.day <= paper.day) return 'day-past'
      if (slip.state === 'reserved') giveUp(paper, slip, atMs)
      slip.state = 'transferred'
      return 'ok'
    case 'claim': {
      const live = liveOf(paper, command.citizen)
      if (live !== undefined) return nameLive(live)
      slip.citizen = command.citizen
      return 'ok'
    }
    case 'call': {
      if (inHand(paper, command.counter) !== undefined) return 'counter-busy'
      const live = liveOf(paper, slip.citizen)
      if (live !== undefined && live !== slip) return nameLive(live)
      take(slip, command)
      return 'ok'
    }
    default:
      return slip.counter === command.counter ? playInHand(paper, slip, command) : 'wrong-counter'
  }
}

function giveUp(paper: Paper, { slotAtMs }: Slip, untilMs: number): void {
  if (slotAtMs !== null) paper.givenUp.push({ slotAtMs, untilMs })
}

function playRejoin(paper: Paper, slip: Slip, { by, atMs }: { readonly by: string | null; readonly atMs: number }): string {
  const { rejoinBehind, mostRejoins } = paper.policy
  if (by !== null && by !== slip.citizen) return 'not-yours'
  const live = liveOf(paper, slip.citizen)
  if (live !== undefined) return nameLive(live)
  if (slip.rejoins === mostRejoins) return 'rejoins-spent'
  const before = lineOf(paper).slice(0, rejoinBehind)
  slip.rejoins++
  stand(paper, slip, Math.max(slip.rankMs, ...before.map(({ rankMs }) => rankMs)), atMs)
  return 'ok'
}

function playInHand(paper: Paper, slip: Slip, command: Of<'recall' | 'serve' | 'finish' | 'skip' | 'park' | 'transfer'>): string {
  const { atMs } = command
  const { mostCalls, recallAfterMs, skipAfterMs } = paper.policy
  switch (command.type) {
    case 'recall':
      if (slip.calls >= mostCalls) return 'calls-spent'
      if (atMs - slip.calledAtMs < recallAfterMs) return 'too-soon'
      slip.calls++
      slip.calledAtMs = atMs
      return 'ok'
    case 'serve':
      slip.state = 'serving'
      return 'ok'
    case 'skip':
      if (slip.calls === 1 && atMs - slip.calledAtMs < skipAfterMs) return 'too-soon'
      slip.state = 'skipped'
      return 'ok'
    case 'park':
      if (command.room.trim() === '') return 'room-missing'
      Object.assign(slip, { state: 'parked', room: command.room })
      return 'ok'
    case 'finish':
      return goOn(paper, slip, slip.route[0], atMs)
    case 'transfer': {
      const { to } = command
      if (to.type === 'group' && to.group === paper.group) return 'same-line'
      if (to.type === 'group') goAway(slip)
      else {
        slip.to = null
        if (to.type === 'service') slip.service = to.service
        if (to.type === 'counter') slip.to = { counter: to.counter }
        if (to.type === 'officer') slip.to = { officer: to.officer }
        stand(paper, slip, slip.rankMs, atMs)
      }
      return 'ok'
    }
  }
}

function goOn(paper: Paper, slip: Slip, next: Stop | undefined, atMs: number): string {
  slip.route = slip.route.slice(1)
  if (next === undefined) slip.state = 'done'
  else if (next.group !== paper.group) goAway(slip)
  else {
    slip.to = null
    slip.service = next.service
    stand(paper, slip, slip.rankMs, atMs)
  }
  return 'ok'
}

function goAway(slip: Slip): void {
  Object.assign(slip, { state: 'transferred', isAway: true, hop: slip.hop + 1, to: null })
}
