import type { Intent } from '../input/index.ts'
import {
  type AvatarChange,
  type AvatarEntered,
  type AvatarProbe,
  type AvatarState,
  type Frame,
  putIntent,
  putName,
  putState,
  takeIntent,
  takeName,
  takeState,
  type WireState,
} from './codec.ts'
import { messageType } from './protocol.ts'
import { putU16, putU32, putU8, takeU16, takeU32, takeU8, WireError, type WireReader, type WireWriter } from './wire.ts'

/**
 * A frame: kind u8 · tick u32 · a byte that says which lists follow · for each list its count u8 and its rows.
 * Stamps count from the tick: a list of changes spends one byte on them, states two.
 */
const lists = { left: 1, entered: 2, states: 4, changes: 8, probes: 16 } as const
const allLists = 31

/** Ticks that a stamp may lie ahead of its frame. */
const aheadOfFrame = 16
/** A change stamped longer ago than this is sent as a state. */
export const oldestChangeTicks = 255 - aheadOfFrame

export type FrameCounts = { left: number; entered: number; states: number; changes: number; probes: number }

/** Appends a frame's head. The rows follow list by list, in this order, each list begun by `putCount`; empty lists are left out. */
export function writeFrameHead(writer: WireWriter, tick: number, counts: Readonly<FrameCounts>): void {
  putU8(writer, messageType.frame)
  putU32(writer, tick)
  let mask = 0
  if (counts.left > 0) mask |= lists.left
  if (counts.entered > 0) mask |= lists.entered
  if (counts.states > 0) mask |= lists.states
  if (counts.changes > 0) mask |= lists.changes
  if (counts.probes > 0) mask |= lists.probes
  putU8(writer, mask)
}

/** Begins a list of `count` rows (1 to 255); nothing for 0. */
export function putCount(writer: WireWriter, count: number): void {
  if (count > 0) putU8(writer, count)
}

export function writeLeft(writer: WireWriter, slot: number): void {
  putU16(writer, slot)
}

type StateRow = { flags: number; stamp: number; state: Readonly<WireState>; intent: Readonly<Intent> }

/** @param name what `encodeName` gave */
export function writeEntered(writer: WireWriter, tick: number, row: StateRow & { netId: number; look: number; name: Uint8Array }): void {
  putU32(writer, row.netId)
  putStateRow(writer, tick, row)
  putU32(writer, row.look)
  putName(writer, row.name)
}

export function writeState(writer: WireWriter, tick: number, row: StateRow & { slot: number }): void {
  putU16(writer, row.slot)
  putStateRow(writer, tick, row)
}

function putStateRow(writer: WireWriter, tick: number, row: StateRow): void {
  putU8(writer, row.flags)
  putU16(writer, tick + aheadOfFrame - row.stamp)
  putState(writer, row.state)
  putIntent(writer, row.intent)
}

export function writeChange(
  writer: WireWriter,
  tick: number,
  row: { slot: number; stamp: number; check: number; intent: Readonly<Intent> },
): void {
  putU16(writer, row.slot)
  putU8(writer, tick + aheadOfFrame - row.stamp)
  putU16(writer, row.check)
  putIntent(writer, row.intent)
}

export function writeProbe(writer: WireWriter, row: AvatarProbe): void {
  putU16(writer, row.slot)
  putU16(writer, row.check)
}

/** Reads a frame after its kind byte. @throws WireError */
export function takeFrame(reader: WireReader): Frame {
  const tick = takeU32(reader)
  const mask = takeU8(reader)
  if (mask > allLists) throw new WireError(`list mask ${mask} names lists that are not known`)
  const rows = <Row>(list: number, take: () => Row): Row[] => {
    if ((mask & list) === 0) return []
    const count = takeU8(reader)
    if (count === 0) throw new WireError('a list that is named is empty')
    return Array.from({ length: count }, take)
  }
  return {
    tick,
    left: rows(lists.left, () => takeU16(reader)),
    entered: rows(lists.entered, () => takeEntered(reader, tick)),
    states: rows(lists.states, () => takeStateRow(reader, tick, takeU16(reader))),
    changes: rows(lists.changes, () => takeChange(reader, tick)),
    probes: rows(lists.probes, () => ({ slot: takeU16(reader), check: takeU16(reader) })),
  }
}

function takeEntered(reader: WireReader, tick: number): AvatarEntered {
  const netId = takeU32(reader)
  return { netId, ...takeStateRow(reader, tick, netId & 0xffff), look: takeU32(reader), name: takeName(reader) }
}

function takeStateRow(reader: WireReader, tick: number, slot: number): AvatarState {
  const flags = takeU8(reader)
  const stamp = stampOf(tick, takeU16(reader))
  return { slot, flags, stamp, state: takeState(reader), intent: takeIntent(reader) }
}

function takeChange(reader: WireReader, tick: number): AvatarChange {
  return { slot: takeU16(reader), stamp: stampOf(tick, takeU8(reader)), check: takeU16(reader), intent: takeIntent(reader) }
}

function stampOf(tick: number, back: number): number {
  const stamp = tick + aheadOfFrame - back
  if (stamp < 0) throw new WireError(`a stamp lies ${back - aheadOfFrame} ticks before tick ${tick}, before all time`)
  return stamp
}
