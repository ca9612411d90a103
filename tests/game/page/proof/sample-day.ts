import { createHash } from 'node:crypto'
import { createRng } from '@balai/engine/core'
import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  defaultPolicy,
  headText,
  linkText,
  sealText,
  splitEvent,
  type ProofHead,
  type ProofLine,
  type QueueCommand,
  type QueueDay,
} from '../../../../game/queue/index.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** 08:00 in Kutai Kartanegara, the Sunday of 22 November 2026. */
export const openingMs = Date.parse('2026-11-22T08:00:00+08:00')
const minuteMs = 60_000

export const sampleHead: ProofHead = {
  format: 'balai-queue-1',
  region: 'kukar',
  group: 'dukcapil',
  prefix: 'A',
  day: '2026-11-22',
  policy: defaultPolicy,
}

/** A queue day that is written down as it is played. */
export type Play = { readonly day: QueueDay; readonly lines: ProofLine[]; do(command: QueueCommand): void }

/** An empty day. `do` throws when the queue refuses. */
export function play(head: ProofHead = sampleHead): Play {
  const day = createQueueDay(head)
  const lines: ProofLine[] = []
  let hash = sha256(headText(head))
  return {
    day,
    lines,
    do(command) {
      const decision = decideQueue(day, command)
      if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`)
      for (const event of decision.events) {
        const { shown, hidden } = splitEvent(event)
        const seal = sha256(sealText(hidden, `nonce-${lines.length}-0123456789`))
        hash = sha256(linkText(hash, shown, seal))
        lines.push({ event: shown, seal, hash })
        applyQueueEvent(day, event)
      }
    },
  }
}

export const toText = (head: unknown, lines: readonly unknown[]): string =>
  [head, ...lines].map((row) => `${JSON.stringify(row)}\n`).join('')

/** The place of somebody new. @param minute after opening */
export function issue(ticket: string, minute: number, more: Partial<Extract<QueueCommand, { type: 'issue' }>> = {}): QueueCommand {
  const atMs = openingMs + minute * minuteMs
  return {
    type: 'issue',
    ticket,
    citizen: `c-${ticket}`,
    service: null,
    route: [],
    priority: null,
    device: null,
    channel: 'kiosk',
    quota: null,
    atMs,
    ...more,
  }
}

export const atCounter = (minute: number, counter = 'kukar.loket-01') => ({ counter, officer: 'budi', atMs: openingMs + minute * minuteMs })

/** Five people: the third is elderly and goes first, the fourth is called by name, the second does not come. 20 events. */
export function sampleDay(head: ProofHead = sampleHead): Play {
  const played = play(head)
  played.do(issue('t1', 0))
  played.do(issue('t2', 1))
  played.do(issue('t3', 2, { priority: 'elderly' }))
  played.do(issue('t4', 3))
  played.do(issue('t5', 4))
  played.do({ type: 'call-next', ...atCounter(5) })
  played.do({ type: 'serve', ticket: 't3', ...atCounter(6) })
  played.do({ type: 'finish', ticket: 't3', ...atCounter(10) })
  played.do({ type: 'call-next', ...atCounter(11) })
  played.do({ type: 'serve', ticket: 't1', ...atCounter(12) })
  played.do({ type: 'finish', ticket: 't1', ...atCounter(20) })
  played.do({ type: 'call', ticket: 't4', reason: 'paper-brought', ...atCounter(21) })
  played.do({ type: 'serve', ticket: 't4', ...atCounter(22) })
  played.do({ type: 'finish', ticket: 't4', ...atCounter(25) })
  played.do({ type: 'call-next', ...atCounter(26) })
  played.do({ type: 'skip', ticket: 't2', ...atCounter(27) })
  played.do({ type: 'call-next', ...atCounter(28) })
  played.do({ type: 'serve', ticket: 't5', ...atCounter(29) })
  return played
}

/** A long day by chance: people come, are called at three counters, and so on, until there are so many events. */
export function longDay(options: { head?: ProofHead; events: number; seed: number }): Play {
  const played = play(options.head)
  const rng = createRng(options.seed)
  const reasons = ['elderly', 'pregnant', 'disabled', 'health'] as const
  let atMs = openingMs
  let people = 0
  const tryTo = (command: QueueCommand): void => {
    if (decideQueue(played.day, command).ok) played.do(command)
  }
  while (played.lines.length < options.events) {
    atMs += 8000
    const counter = `kukar.loket-0${1 + Math.floor(rng() * 3)}`
    const at = { counter, officer: 'budi', atMs }
    const inHand = played.day.inHandOf.get(counter)
    if (played.day.waiting.length < 12 && rng() < 0.4) {
      const priority = rng() < 0.08 ? reasons[Math.floor(rng() * 4)] : null
      const channel = rng() < 0.4 ? 'home' : 'kiosk'
      tryTo({ ...issue(`t${++people}`, 0), priority, channel, atMs } as QueueCommand)
    } else if (inHand === undefined) {
      const named = played.day.waiting[3]
      if (rng() < 0.03 && named !== undefined) tryTo({ type: 'call', ticket: named.id, reason: 'came-back', ...at })
      else tryTo({ type: 'call-next', ...at })
    } else if (inHand.state === 'called') tryTo({ type: rng() < 0.08 ? 'skip' : 'serve', ticket: inHand.id, ...at })
    else if (rng() < 0.4) tryTo({ type: 'finish', ticket: inHand.id, ...at })
  }
  return played
}
