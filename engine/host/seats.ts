import type { Hall } from './hall.ts'
import type { Resident } from './resident.ts'
import { stopWalker } from './take-intent.ts'

/** How long an avatar waits for its person after the connection was lost, ms. */
export const awayMs = 30_000

/** Who may come back to which avatar: by a token that only their page knows. */
export type Seats = {
  keep(resident: Resident): void
  /** The avatar of a token that is still here, or null. */
  find(token: bigint): Resident | null
  /** The connection is lost: the avatar walks its path to the end, or stops, and waits. */
  leaveEmpty(resident: Resident): void
  drop(resident: Resident): void
  /** Those who have waited too long, and when the hall is full the one who has waited longest. */
  overdue(isFull: boolean): Resident[]
  emptyCount(): number
}

export function createSeats(hall: Hall): Seats {
  const byToken = new Map<bigint, Resident>()
  /** In the order in which they were left. */
  const empty = new Set<Resident>()
  return {
    keep(resident) {
      byToken.set(resident.token, resident)
    },
    find(token) {
      const resident = byToken.get(token) ?? null
      if (resident !== null) empty.delete(resident)
      return resident
    },
    leaveEmpty(resident) {
      resident.session = null
      resident.awayUntilMs = hall.options.clock() + awayMs
      stopWalker(hall, resident)
      empty.add(resident)
    },
    drop(resident) {
      byToken.delete(resident.token)
      empty.delete(resident)
    },
    overdue(isFull) {
      if (empty.size === 0) return []
      const now = hall.options.clock()
      const over = [...empty].filter((resident) => resident.awayUntilMs <= now)
      if (isFull && over.length === 0) return [...empty].slice(0, 1)
      return over
    },
    emptyCount: () => empty.size,
  }
}
