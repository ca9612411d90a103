import type { Intent } from '../input/index.ts'
import {
  type AvatarChange,
  type AvatarEntered,
  type AvatarState,
  type Frame,
  putIntent,
  putName,
  putState,
  takeIntent,
  takeName,
  takeStateWithExtras,
  type WireState,
} from './codec.ts'
import { frameBit } from './protocol.ts'
import { freeNumber, type Sight, slotOf, takeNumber } from './sight.ts'
import { putU16, putU32, putU8, takeU16, takeU32, takeU8, WireError, type WireReader, type WireWriter } from './wire.ts'

/**
 * A frame: kind u8, whose low seven bits say which lists follow · the low 16 bits of the tick · for each list its count u8 and its rows.
 * Whoever is in view is named by a number of one byte (`Sight`). Stamps count back from 16 ticks after the tick, in one byte where they can.
 */
const lists = { left: 1, entered: 2, again: 4, states: 8, changes: 16, probes: 32, crowd: 64 } as const
type ListName = keyof typeof lists
const listNames = Object.keys(lists) as readonly ListName[]

/** Ticks that a stamp may lie ahead of its frame. */
const aheadOfFrame = 16
/** Stands for: two bytes follow. */
const longStamp = 255

/** Rows in each list. */
export type FrameCounts = { [Name in ListName]: number }

/** Appends a frame's head. The rows follow list by list, in the order of `FrameCounts`, each list begun by `putCount`; empty lists are left out. */
export function writeFrameHead(writer: WireWriter, tick: number, counts: Readonly<FrameCounts>): void {
  let mask = 0
  for (const name of listNames) if (counts[name] > 0) mask |= lists[name]
  putU8(writer, frameBit | mask)
  putU16(writer, tick & 0xffff)
}

/** Begins a list of `count` rows (1 to 255); nothing for 0. */
export function putCount(writer: WireWriter, count: number): void {
  if (count > 0) putU8(writer, count)
}

/** Tells that the person of this number left the view. The caller frees the number. */
export function writeLeft(writer: WireWriter, number: number): void {
  putU8(writer, number)
}

type StateRow = { flags: number; stamp: number; state: Readonly<WireState>; intent: Readonly<Intent> }

/**
 * Tells of somebody for the first time. The caller takes the number.
 * @param name what `encodeName` gave
 */
export function writeEntered(writer: WireWriter, tick: number, row: StateRow & { netId: number; look: number; name: Uint8Array }): void {
  putU32(writer, row.netId)
  const hasExtras = row.flags !== 0 || row.name.length > 0
  putStateRow(writer, tick, row, hasExtras)
  putU32(writer, row.look)
  if (!hasExtras) return
  putU8(writer, row.flags)
  putName(writer, row.name)
}

/** Tells of somebody who was told of before and left. The caller takes the number. */
export function writeAgain(writer: WireWriter, tick: number, row: StateRow & { slot: number }): void {
  putU16(writer, row.slot)
  putToldState(writer, tick, row)
}

export function writeState(writer: WireWriter, tick: number, row: StateRow & { number: number }): void {
  putU8(writer, row.number)
  putToldState(writer, tick, row)
}

function putToldState(writer: WireWriter, tick: number, row: StateRow): void {
  putStateRow(writer, tick, row, row.flags !== 0)
  if (row.flags !== 0) putU8(writer, row.flags)
}

function putStateRow(writer: WireWriter, tick: number, row: StateRow, hasExtras: boolean): void {
  putState(writer, row.state, hasExtras)
  const back = tick + aheadOfFrame - row.stamp
  putU8(writer, Math.min(back, longStamp))
  if (back >= longStamp) putU16(writer, back)
  putIntent(writer, row.intent)
}

export function writeChange(
  writer: WireWriter,
  tick: number,
  row: { number: number; stamp: number; check: number; intent: Readonly<Intent> },
): void {
  putU8(writer, row.number)
  putU8(writer, tick + aheadOfFrame - row.stamp)
  putU16(writer, row.check)
  putIntent(writer, row.intent)
}

export function writeProbe(writer: WireWriter, row: { number: number; check: number }): void {
  putU8(writer, row.number)
  putU16(writer, row.check)
}

export function writeCrowdCell(writer: WireWriter, cell: number, count: number): void {
  putU16(writer, cell)
  putU8(writer, count)
}

/**
 * Reads a frame after its kind byte.
 * @param mask the kind's low seven bits
 * @param sight whose numbers stand for whom; moved on
 * @param nearTick a tick less than 27 minutes from the frame's
 * @throws WireError
 */
export function takeFrame(reader: WireReader, mask: number, sight: Sight, nearTick: number): Frame {
  const tick = wholeTick(takeU16(reader), nearTick)
  const rows = <Row>(name: ListName, take: () => Row): Row[] => {
    if ((mask & lists[name]) === 0) return []
    const count = takeU8(reader)
    if (count === 0) throw new WireError('a list that is named is empty')
    return Array.from({ length: count }, take)
  }
  const seen = (): number => slotOf(sight, takeU8(reader))
  return {
    tick,
    left: rows('left', () => freeNumber(sight, takeU8(reader))),
    entered: rows('entered', () => takeEntered(reader, tick, sight)),
    states: [...rows('again', () => takeAgain(reader, tick, sight)), ...rows('states', () => takeToldState(reader, tick, seen()))],
    changes: rows('changes', () => takeChange(reader, tick, seen())),
    probes: rows('probes', () => ({ slot: seen(), check: takeU16(reader) })),
    crowd: rows('crowd', () => ({ cell: takeU16(reader), count: takeU8(reader) })),
  }
}

/** The tick nearest to another that ends in these 16 bits. */
function wholeTick(low: number, nearTick: number): number {
  const tick = nearTick + (((low - nearTick) << 16) >> 16)
  return tick < 0 ? tick + 0x10000 : tick
}

function takeEntered(reader: WireReader, tick: number, sight: Sight): AvatarEntered {
  const netId = takeU32(reader)
  const slot = netId & 0xffff
  const { hasExtras, ...row } = takeStateRow(reader, tick)
  const look = takeU32(reader)
  const flags = hasExtras ? takeU8(reader) : 0
  takeNumber(sight, slot)
  return { netId, slot, flags, ...row, look, name: hasExtras ? takeName(reader) : null }
}

function takeAgain(reader: WireReader, tick: number, sight: Sight): AvatarState {
  const slot = takeU16(reader)
  takeNumber(sight, slot)
  return takeToldState(reader, tick, slot)
}

function takeToldState(reader: WireReader, tick: number, slot: number): AvatarState {
  const { hasExtras, ...row } = takeStateRow(reader, tick)
  return { slot, flags: hasExtras ? takeU8(reader) : 0, ...row }
}

function takeStateRow(reader: WireReader, tick: number) {
  const { state, hasExtras } = takeStateWithExtras(reader)
  const back = takeU8(reader)
  return { hasExtras, state, stamp: stampOf(tick, back === longStamp ? takeU16(reader) : back), intent: takeIntent(reader) }
}

function takeChange(reader: WireReader, tick: number, slot: number): AvatarChange {
  return { slot, stamp: stampOf(tick, takeU8(reader)), check: takeU16(reader), intent: takeIntent(reader) }
}

function stampOf(tick: number, back: number): number {
  const stamp = tick + aheadOfFrame - back
  if (stamp < 0) throw new WireError(`a stamp lies ${back - aheadOfFrame} ticks before tick ${tick}, before all time`)
  return stamp
}
