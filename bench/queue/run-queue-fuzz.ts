import { isDeepStrictEqual } from 'node:util'
import { createRng } from '@balai/engine/core'
import {
  applyQueueEvent,
  createQueueDay,
  decideQueue,
  type ProofHead,
  type QueueCommand,
  type QueueDay,
  type QueueDecision,
  type QueueEvent,
  type QueuePolicy,
} from '../../game/queue/index.ts'
import { drawCommand, drawPolicy } from './draw-command.ts'
import { createPaper, playOnPaper, type Paper } from './paper-queue.ts'
import { comparePictures, pictureOfDay, pictureOfPaper } from './picture.ts'
import { checkProof } from './proof-faults.ts'
import { createStreamAudit, type StreamAudit } from './stream-audit.ts'

/** What came of one seed. `paths`: `issue ok`, `serve wrong-counter` and so on, with how often. */
export type QueueFuzzFinding = {
  readonly seed: number
  readonly policy: Partial<QueuePolicy>
  readonly commands: readonly QueueCommand[]
  readonly paths: ReadonlyMap<string, number>
  readonly wrong: readonly string[]
}

const commandsPerSeed = 90
const startMs = Date.UTC(2026, 2, 2, 1)
const of = { region: 'kukar', group: 'kartu', prefix: 'A', day: '2026-03-02' }

type Game = {
  readonly day: QueueDay
  readonly paper: Paper
  readonly audit: StreamAudit
  readonly events: QueueEvent[]
  readonly paths: Map<string, number>
}

function createGame(policy: Partial<QueuePolicy>): Game {
  const day = createQueueDay({ ...of, policy })
  const audit = createStreamAudit(day.policy.turnsPerPriority)
  return { day, paper: createPaper({ ...of, policy: day.policy }), audit, events: [], paths: new Map() }
}

/** Draws a seed's day and plays it to its end, or to the first thing that is wrong. */
export async function runQueueFuzz(seed: number): Promise<QueueFuzzFinding> {
  const rng = createRng(seed)
  const policy = drawPolicy(rng)
  const game = createGame(policy)
  const commands: QueueCommand[] = []
  let atMs = startMs
  let wrong: string[] = []
  while (commands.length < commandsPerSeed && wrong.length === 0) {
    // Now and then a clock is set back.
    atMs += rng() < 0.02 ? -Math.floor(rng() * 300_000) : Math.floor(rng() ** 3 * 400_000)
    // Half of the time on the half minute, where windows begin and end.
    if (rng() < 0.5) atMs = Math.round(atMs / 30_000) * 30_000
    const command = drawCommand(rng, game.paper, commands.length, atMs)
    commands.push(command)
    wrong = step(game, command)
  }
  if (wrong.length === 0) wrong = await finish(game, atMs, seed)
  return { seed, policy, commands, paths: game.paths, wrong }
}

/** Plays a list of commands. @returns what is wrong, empty when nothing is */
export async function replayCommands(policy: Partial<QueuePolicy>, commands: readonly QueueCommand[], seed: number): Promise<string[]> {
  const game = createGame(policy)
  for (const command of commands) {
    const wrong = step(game, command)
    if (wrong.length > 0) return wrong
  }
  return finish(game, commands.at(-1)?.atMs ?? startMs, seed)
}

function step({ day, paper, audit, events, paths }: Game, command: QueueCommand): string[] {
  const { type, atMs } = command
  // Not each time: most of the time of a seed goes into pictures.
  const before = paper.slips.length % 8 === 0 ? pictureOfDay(day, atMs) : null
  const decision = attempt(day, command)
  const got = typeof decision === 'string' ? decision : decision.ok ? 'ok' : decision.code
  const changes = before === null ? [] : comparePictures(pictureOfDay(day, atMs), before)
  const told = changes.map((sentence) => `deciding changed the day: ${sentence}`)
  const wanted = playOnPaper(paper, command)
  paths.set(`${type} ${wanted}`, (paths.get(`${type} ${wanted}`) ?? 0) + 1)
  if (got !== wanted) return [...told, `${type} gave ${got}, on paper ${wanted}`]
  if (typeof decision !== 'string' && decision.ok) {
    for (const event of decision.events) {
      audit.see(event, 'ticket' in event ? day.tickets.get(event.ticket) : undefined, [...day.waiting])
      try {
        applyQueueEvent(day, event)
      } catch (error) {
        return [...told, `${event.type} could not be applied: ${(error as Error).message}`]
      }
      events.push(event)
    }
  }
  return [...told, ...audit.wrong, ...comparePictures(pictureOfDay(day, atMs), pictureOfPaper(paper, atMs)), ...lostOf(day)]
}

function attempt(day: QueueDay, command: QueueCommand): QueueDecision | string {
  try {
    return decideQueue(day, command)
  } catch (error) {
    return error instanceof TypeError ? 'throws' : `fault: ${(error as Error).message}`
  }
}

/** Everybody is where their state says, once. */
function lostOf(day: QueueDay): string[] {
  const wrong: string[] = []
  for (const ticket of day.tickets.values()) {
    const inLine = day.waiting.filter((other) => other === ticket).length
    const inHand = [...day.inHandOf.values()].filter((other) => other === ticket).length
    const isHeld = ticket.state === 'called' || ticket.state === 'serving'
    if (inLine !== (ticket.state === 'waiting' ? 1 : 0)) wrong.push(`${ticket.id} is ${ticket.state} and ${inLine} times in the line`)
    if (inHand !== (isHeld ? 1 : 0)) wrong.push(`${ticket.id} is ${ticket.state} and in ${inHand} hands`)
  }
  return wrong
}

/** What must hold of the whole: it can be played again, it is proven, and whoever waits is called when the counters go on calling. */
async function finish(game: Game, atMs: number, seed: number): Promise<string[]> {
  const { day, events } = game
  const { region, group, prefix, policy } = day
  const wrong: string[] = []
  if (day.version !== events.length) wrong.push(`version ${day.version} after ${events.length} events`)
  const again = createQueueDay({ ...of, policy })
  for (const event of JSON.parse(JSON.stringify(events)) as QueueEvent[]) applyQueueEvent(again, event)
  if (!isDeepStrictEqual(again, day)) wrong.push('the same events gave another day')
  const head: ProofHead = { format: 'balai-queue-1', region, group, prefix, day: day.day, policy }
  wrong.push(...(await checkProof(head, events, createRng(seed))))
  if (wrong.length > 0) return wrong
  return drain(game, atMs)
}

/** Three counters call until nobody waits; nobody comes. */
function drain(game: Game, fromMs: number): string[] {
  const { day } = game
  let atMs = fromMs
  for (let round = day.waiting.length * 3 + 3; round > 0 && day.waiting.length > 0; round--) {
    for (const index of [0, 1, 2]) {
      const at = { counter: `c${index}`, officer: `o${index}` }
      atMs += 1000
      const held = day.inHandOf.get(at.counter)
      const free: QueueCommand[] =
        held === undefined ? [] : [{ type: 'transfer', ticket: held.id, to: { type: 'group', group: 'akta', service: null }, ...at, atMs }]
      for (const command of [...free, { type: 'call-next', ...at, atMs } as const]) {
        const wrong = step(game, command)
        if (wrong.length > 0) return wrong.map((sentence) => `at the end: ${sentence}`)
      }
    }
  }
  return day.waiting.map(({ id }) => `${id} is never called`)
}
