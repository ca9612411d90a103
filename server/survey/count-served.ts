import type { CaseDirectory } from '../case/index.ts'
import type { Log } from '../identity/index.ts'
import type { QueueEmitter, QueueServiceEvents } from '../queue/index.ts'
import type { SurveyService } from './survey-service.ts'

/** Counts what is finished at counters and in cases. @returns how to stop */
export function countServed(options: {
  surveys: Pick<SurveyService, 'served'>
  queue: { readonly events: QueueEmitter }
  cases: Pick<CaseDirectory, 'onChange'>
  dayNow: (region: string) => string
  log: Log
}): () => void {
  const { surveys, queue, cases, dayNow, log } = options
  const count = (region: string, agency: string): void => {
    surveys.served({ region, agency, day: dayNow(region) }).catch((error: unknown) => log({ error }, 'a finished service was not counted'))
  }
  const onTicket = ({ event, placed }: QueueServiceEvents['ticket'][0]): void => {
    if (event.type === 'finished') count(placed.region, placed.agency)
  }
  queue.events.on('ticket', onTicket)
  const stop = cases.onChange(({ summary, event }) => {
    // The product's pickup is no second service.
    if (event === 'issued' || event === 'rejected') count(summary.region, summary.agency)
  })
  return () => {
    queue.events.off('ticket', onTicket)
    stop()
  }
}
