/** A sign that one gives to those around: a movement, or one of the ready phrases. */
export type MallGesture = {
  /** Also the name of its words in every language. */
  readonly slug: string
  readonly pose: 'sit' | 'wave' | 'wait' | 'point' | 'speak'
  /** How long it is shown; null: until one does something else. */
  readonly seconds: number | null
  /** Its words stand over the head of who gives it, in the language of each reader. */
  readonly isSaid: boolean
}

/**
 * All gestures of a mall. Their place in this list, counted from 1, is what travels: append only, 31 at most. Free text is not among them:
 * what anybody can write somebody must answer for.
 */
export const mallGestures: readonly MallGesture[] = [
  { slug: 'wave', pose: 'wave', seconds: 3, isSaid: false },
  { slug: 'sit', pose: 'sit', seconds: null, isSaid: false },
  { slug: 'wait', pose: 'wait', seconds: null, isSaid: false },
  { slug: 'point', pose: 'point', seconds: 3, isSaid: false },
  { slug: 'hello', pose: 'wave', seconds: 4, isSaid: true },
  { slug: 'thanks', pose: 'speak', seconds: 4, isSaid: true },
  { slug: 'excuse', pose: 'speak', seconds: 4, isSaid: true },
  { slug: 'help', pose: 'speak', seconds: 5, isSaid: true },
  { slug: 'number', pose: 'wait', seconds: 6, isSaid: true },
  { slug: 'first', pose: 'point', seconds: 5, isSaid: true },
]
