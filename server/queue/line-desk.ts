import { randomInt } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { QueueDay, Ticket } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { OfficerRow } from '../store/index.ts'
import type { AgencyStates } from './agency-states.ts'
import { commandLine } from './command-ticket.ts'
import { newId } from '../identity/index.ts'
import type { QueueActor } from './queue-actor.ts'
import type { QueueActors } from './queue-actors.ts'

/** What officers do with a whole line: close it, open it, move everybody to another day. */
export type LineDesk = {
  /** @throws unknown-group, line-closed, reason-missing */
  close(region: string, group: string, officer: Pick<OfficerRow, 'id'>, options: { reason: string; untilMs: number | null }): Promise<void>
  /** @throws unknown-group, line-open */
  open(region: string, group: string, officer: Pick<OfficerRow, 'id'>): Promise<void>
  /**
   * Gives everybody who waits, was skipped or has booked in today's line a booking on another day, those with the earliest place the earliest slots.
   * Each is booked there first and leaves here after, so that nobody falls between; run again, it goes on where it stopped.
   * @returns how many have moved, and how many found no slot and stay
   */
  rebook(region: string, group: string, options: { reason: string; day: string }): Promise<{ moved: number; left: number }>
}

/** A slot that was given up comes back after a while that nobody can foresee, so that it cannot be handed on. */
const releaseSeconds = { least: 60, most: 900 }

export function drawRelease(atMs: number): number {
  return atMs + 1000 * randomInt(releaseSeconds.least, releaseSeconds.most + 1)
}

export function createLineDesk(options: { malls: Malls; clock: () => number; actors: QueueActors; states: AgencyStates }): LineDesk {
  const { malls, clock, actors, states } = options

  function lineOf(region: string, group: string): { actor: QueueActor; agency: string } {
    const place = malls.group(region, group)
    if (place === null) throw new CodedError('unknown-group', `no group ${group} in ${region}`, { group })
    return { actor: actors.today(region, group), agency: place.agency.slug }
  }

  /** Books one person; null when every slot of the day is taken. */
  async function book(target: QueueActor, ticket: Readonly<Ticket>, slots: number[], capacity: number): Promise<number | null> {
    for (;;) {
      const [slotAtMs] = slots
      if (slotAtMs === undefined) return null
      const { citizen, service, route, priority } = ticket
      const taking = { ticket: newId(clock()), citizen, service, route, priority, device: null, atMs: clock() }
      try {
        await commandLine(target, { type: 'reserve', slotAtMs, capacity, ...taking })
        return slotAtMs
      } catch (error) {
        if (!(error instanceof CodedError)) throw error
        // Moved before the server ended, or they had booked that day by themselves: what they have there is theirs.
        if (error.code === 'already-booked' || error.code === 'already-waiting') return liveSlot(await target.load(), citizen)
        if (error.code !== 'slot-full' && error.code !== 'slot-past') throw error
        slots.shift()
      }
    }
  }

  return {
    async close(region, group, officer, { reason, untilMs }) {
      await commandLine(lineOf(region, group).actor, {
        type: 'close-line',
        reason: reason.trim(),
        untilMs,
        officer: officer.id,
        atMs: clock(),
      })
    },
    async open(region, group, officer) {
      await commandLine(lineOf(region, group).actor, { type: 'open-line', officer: officer.id, atMs: clock() })
    },
    async rebook(region, group, { reason, day }) {
      const { actor, agency } = lineOf(region, group)
      if (reason.trim() === '') throw new CodedError('reason-missing', 'a rebooking says why')
      if (day <= actor.day) throw new CodedError('day-past', `${day} is not after ${actor.day}`, { day })
      const target = actors.at(region, group, day)
      const slots = states.slotsOf(region, agency, day)
      const { slotCapacity } = states.hoursOf(region, agency)
      let moved = 0
      let left = 0
      for (const ticket of inOrder(await actor.load())) {
        const slotAtMs = await book(target, ticket, slots, slotCapacity)
        if (slotAtMs === null) {
          left++
          continue
        }
        await commandLine(actor, { type: 'rebook', ticket: ticket.id, day, slotAtMs, reason: reason.trim(), atMs: clock() })
        moved++
      }
      return { moved, left }
    },
  }
}

function inOrder(day: QueueDay): Ticket[] {
  const movable = [...day.tickets.values()].filter(({ state }) => state === 'waiting' || state === 'skipped' || state === 'reserved')
  return movable.sort((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ state, rankMs, slotAtMs }: Ticket): number {
  return state === 'reserved' ? (slotAtMs ?? 0) : rankMs
}

function liveSlot(day: QueueDay, citizen: string): number | null {
  return day.liveOf.get(citizen)?.slotAtMs ?? null
}
