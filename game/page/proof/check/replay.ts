import { applyQueueEvent, createQueueDay, unsealEvent, type QueueDay, type QueueEvent } from '../../../queue/index.ts'
import type { ProofExport } from './read-export.ts'

/**
 * The day that the first lines of a checked export add up to, with pseudonyms where the private fields were: a person is known by the ticket alone.
 * Only for lines that `verifyProof` found good: others may fail an assertion.
 * @param count how many lines. @param before sees the day just before each event, and the event's number from 1
 */
export function replay(
  { head, lines }: ProofExport,
  count: number = lines.length,
  before: (day: QueueDay, event: QueueEvent, line: number) => void = () => undefined,
): QueueDay {
  const day = createQueueDay(head)
  for (let index = 0; index < count; index++) {
    const event = unsealEvent(lines[index].event)
    before(day, event, index + 1)
    applyQueueEvent(day, event)
  }
  return day
}
