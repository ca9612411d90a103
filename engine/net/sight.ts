import { WireError } from './wire.ts'

/**
 * What both ends of a connection know without saying it: everybody in view has a number of one byte, the lowest that is free when they are
 * told of first. Freed when it is told that they left. One at the server for each viewer, one at the client.
 */
export type Sight = {
  /** Slot of each number, as far as it is taken. */
  readonly slots: Uint16Array
  readonly taken: Uint8Array
}

const numbers = 256

export function createSight(): Sight {
  return { slots: new Uint16Array(numbers), taken: new Uint8Array(numbers) }
}

/** Gives the slot the lowest free number. @throws WireError when 256 people are in view, which no server of ours tells of */
export function takeNumber(sight: Sight, slot: number): number {
  const number = sight.taken.indexOf(0)
  if (number < 0) throw new WireError(`more than ${numbers} people are in view`)
  sight.taken[number] = 1
  sight.slots[number] = slot
  return number
}

/** Frees a number and tells whose it was. @throws WireError when it is nobody's */
export function freeNumber(sight: Sight, number: number): number {
  const slot = slotOf(sight, number)
  sight.taken[number] = 0
  return slot
}

/** @throws WireError when the number is nobody's */
export function slotOf(sight: Sight, number: number): number {
  if (sight.taken[number] !== 1) throw new WireError(`number ${number} is nobody's in view`)
  return sight.slots[number]
}

export function clearSight(sight: Sight): void {
  sight.taken.fill(0)
}
