import { pose } from '../snapshot/index.ts'

/** What one of the numbered gestures looks like: the first is number 1. */
export type Gesture = {
  readonly pose: 'wave' | 'sit' | 'speak' | 'wait' | 'point' | 'stand'
  /** How long it is shown; null: until the person does something else. */
  readonly seconds: number | null
  /** What is written over the head meanwhile, in the reader's language. */
  readonly bubble?: string
}

/** A gesture said to have begun so many ticks ago may have begun long before. */
export const longAgoTicks = 255

/** Epoch ms at which a gesture ends that began at `sinceMs`. */
export const endOfGesture = ({ seconds }: Gesture, sinceMs: number): number =>
  seconds === null ? Number.POSITIVE_INFINITY : sinceMs + seconds * 1000

export const poseOfGesture = (gesture: Gesture): number => pose[gesture.pose]
