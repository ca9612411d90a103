import type { HeadKind } from '../look.ts'
import { bun, curly, long, ponytail, short, thin } from './person-hair.ts'
import { cap, caping, kopiah, peci, veil } from './person-head-dress.ts'
import { type Direction, head, yawOf } from './person-shape.ts'

/** What is on a head, drawn around its middle for a turn of the face. */
const kinds: Readonly<Record<HeadKind, (yaw: number) => string>> = {
  short,
  long,
  hijab: (yaw) => veil(yaw, false),
  peci,
  bun,
  caping,
  curly,
  thin,
  kopiah,
  khimar: (yaw) => veil(yaw, true),
  ponytail,
  cap,
}

export const headDress = (kind: HeadKind, direction: Direction): string =>
  `<g transform="translate(0 ${-head.u})">${kinds[kind](yawOf(direction))}</g>`
