import type { Meter } from './bot-socket.ts'
import { copyMeter, since, sumOf, type Tally } from './tally.ts'

/** Somebody in a crowd, whatever the server and its protocol: a place in the run that one person after another may take. */
export type Visitor = {
  readonly meter: Meter
  isIn(): boolean
  /** Has been let in at least once. */
  hasEntered(): boolean
  isMoving(): boolean
  connect(): void
  /** Lets arrive what is due. Call it often. */
  run(nowMs: number): void
  /** One turn of mind and body. Call it 20 times a second. */
  update(nowMs: number): void
  /** Leaves for good. */
  close(): void
  /** Has no socket any more. */
  isClosed(): boolean
  /** Ends the socket without waiting. */
  cut(): void
}

/** What a crowd has seen in the measured window. */
export type CrowdWindow = {
  /** Length of the window as it was. */
  readonly seconds: number
  /** Once a second: people who were in. */
  readonly people: readonly number[]
  /** What each viewer's connection carried in the window. */
  readonly meters: readonly Meter[]
  /** Once a second: whose feet the last tick moved, of those who were in. */
  readonly walkingShares: readonly number[]
  /** Bytes down of each viewer in each whole second. */
  readonly secondsDown: readonly number[]
  /** What this process itself used. */
  readonly cpuCores: number
}

/** Told at the two ends of the window, so that another process can measure the same seconds. */
export type WindowWatch = { began(): void; ended(): void }

/** One timer turns everybody; each is at its turn 20 times a second, spread evenly. */
const turnMs = 10
const turnsARound = 5
/** Handshakes under way at a time: a server's queue for them is short. */
const mostConnecting = 60
/** A turn that takes longer goes on in the next one, so that the run ends on time on a machine that is too slow for it. */
const mostTurnMs = 200
/** After this, whoever is not in is not waited for. */
const graceSeconds = 20
const closeWithinMs = 3000

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)))
export const inside = (visitors: readonly Visitor[]): number => visitors.reduce((sum, visitor) => sum + (visitor.isIn() ? 1 : 0), 0)

/** @returns a function that ends it. `lateMs` gets each turn's lateness. */
export function startTurning(visitors: readonly Visitor[], clock: () => number, lateMs: number[]): () => void {
  const roundMs = turnsARound * turnMs
  const dueMs = visitors.map((_, i) => clock() + (i % turnsARound) * turnMs)
  let at = 0
  let lastMs = clock()
  const timer = setInterval(() => {
    const beganMs = clock()
    lateMs.push(Math.max(0, beganMs - lastMs - turnMs))
    lastMs = beganMs
    for (let done = 0; done < visitors.length; done++) {
      const now = clock()
      if (now - beganMs > mostTurnMs) return
      const i = at
      at = (at + 1) % visitors.length
      visitors[i].run(now)
      if (now < dueMs[i]) continue
      // Whoever is late keeps the place in the round.
      dueMs[i] += roundMs * (1 + Math.floor((now - dueMs[i]) / roundMs))
      visitors[i].update(now)
    }
  }, turnMs)
  return () => clearInterval(timer)
}

/** Lets everybody in, `ramp` a second. @throws Error when nobody gets in, with the reason and `remedy` */
export async function comeIn(visitors: readonly Visitor[], ramp: number, tally: Tally, remedy: string): Promise<void> {
  const n = visitors.length
  const beganMs = performance.now()
  let begun = 0
  while (visitors.some((visitor) => !visitor.hasEntered())) {
    const passed = (performance.now() - beganMs) / 1000
    const connecting = begun - visitors.filter((visitor) => visitor.hasEntered()).length
    for (let room = mostConnecting - connecting; room > 0 && begun < Math.min(n, passed * ramp); room--) visitors[begun++].connect()
    if (tally.connectMs.length === 0 && (sumOf(tally.closes) >= 5 || passed > graceSeconds)) {
      const why = [...tally.failures.keys(), ...[...tally.closes.keys()].map((code) => `closed with ${code}`)].join('; ')
      throw new Error(`nobody got in (${why || 'no answer'}): ${remedy}`)
    }
    if (passed > n / ramp + graceSeconds) return
    await pause(50)
  }
}

/** Watches the crowd for so many seconds. */
export async function measureWindow(visitors: readonly Visitor[], seconds: number, watch: WindowWatch | null): Promise<CrowdWindow> {
  watch?.began()
  const cpu = process.cpuUsage()
  const beganMs = performance.now()
  const began = visitors.map((visitor) => copyMeter(visitor.meter))
  const walkingShares: number[] = []
  const people: number[] = []
  const secondsDown: number[] = []
  let last = began
  for (let second = 1; second <= Math.floor(seconds); second++) {
    await pause(beganMs + second * 1000 - performance.now())
    const now = visitors.map((visitor) => copyMeter(visitor.meter))
    now.forEach((meter, i) => secondsDown.push(since(meter, last[i]).bytesDown))
    last = now
    people.push(inside(visitors))
    walkingShares.push(visitors.filter((visitor) => visitor.isMoving()).length / Math.max(1, inside(visitors)))
  }
  await pause(beganMs + seconds * 1000 - performance.now())
  const meters: Meter[] = visitors.map((visitor, i) => since(visitor.meter, began[i]))
  const passed = (performance.now() - beganMs) / 1000
  watch?.ended()
  const used = process.cpuUsage(cpu)
  return { seconds: passed, people, meters, walkingShares, secondsDown, cpuCores: (used.user + used.system) / 1e6 / passed }
}

/** Everybody says goodbye; who does not get an answer is cut off. */
export async function goHome(visitors: readonly Visitor[]): Promise<void> {
  for (const visitor of visitors) visitor.close()
  const untilMs = performance.now() + closeWithinMs
  while (performance.now() < untilMs && visitors.some((visitor) => !visitor.isClosed())) await pause(50)
  for (const visitor of visitors) visitor.cut()
}
