import type { ContactService } from '../contact/index.ts'
import type { Log } from '../identity/index.ts'
import type { QueueService } from '../queue/index.ts'
import type { ServiceSockets } from '../socket/index.ts'
import type { Store } from '../store/index.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const tendMs = 15_000

/**
 * What happens by itself: who is near the front is asked whether they are ready, past days are closed, estimates move with time, ended talks are forgotten, ended sessions lose their sockets,
 * and what is past its time is deleted. The first round starts at once.
 * @returns a function that stops the rounds and waits for the one under way
 */
export function runJobs(options: {
  queue: QueueService
  contact: ContactService
  /** Escalates overdue steps, and does what a case still waits for: a document, a fee. */
  cases: { tend: () => Promise<number> }
  /** Ends papers and uploads that are past their time. */
  papers: { tidy: () => Promise<number> }
  /** Escalates complaints that are overdue, and closes those that were answered long ago. */
  complaints: { tend: () => Promise<number> }
  /** Tells cases of handovers that they have not heard of. */
  documents: { readonly pickup: { tend: () => Promise<void> } }
  /** Sends what is due to who asked for it. */
  notices: { deliver: () => Promise<number> }
  /** Erases what is past its time, and stops what was done under withdrawn consents. */
  rights: { tend: (regions: readonly string[]) => Promise<{ readonly retired: number; readonly overdueStops: number }> }
  regions: readonly string[]
  sockets: Pick<ServiceSockets, 'recheck'>
  store: Pick<Store, 'sweep'>
  clock: () => number
  log: Log
}): () => Promise<void> {
  const { cases, queue, contact, documents, papers, complaints, notices, rights, regions, sockets, store, clock, log } = options

  const everyMinute = async (): Promise<void> => {
    const expired = await queue.expirePast()
    if (expired > 0) log({ expired }, 'tickets of past days expired')
    queue.refresh()
    contact.sweep()
    await cases.tend()
    await complaints.tend()
    await sockets.recheck()
    await documents.pickup.tend()
  }
  const everyHour = async (): Promise<void> => {
    const rows = await store.sweep(clock())
    if (rows > 0) log({ rows }, 'rows past their time were deleted')
    const ended = await papers.tidy()
    if (ended > 0) log({ ended }, 'papers and uploads past their time were ended')
    const { retired, overdueStops } = await rights.tend(regions)
    if (retired > 0) log({ retired }, 'personal data past its time was erased')
    if (overdueStops > 0) log({ overdueStops }, 'what was done under withdrawn consents has not stopped within 3 × 24 hours: look at once')
  }
  const stops = [
    repeat('every quarter of a minute', () => queue.tend(), tendMs, log),
    repeat('notices', async () => void (await notices.deliver()), tendMs, log),
    repeat('every minute', everyMinute, minuteMs, log),
    repeat('every hour', everyHour, hourMs, log),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/** Runs a job now and again `ms` after each end; a failed run is logged and the next one comes all the same. */
function repeat(name: string, job: () => Promise<void>, ms: number, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  let running: Promise<void> = run()
  async function run(): Promise<void> {
    try {
      await job()
    } catch (error) {
      log({ error, job: name }, 'a job failed; it runs again')
    }
    if (isStopped) return
    timer = setTimeout(() => {
      running = run()
    }, ms)
    timer.unref()
  }
  return async () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
