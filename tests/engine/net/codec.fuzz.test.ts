import { createRng, type Rng } from '@balai/engine/core'
import { type Intent, walkToIntent, gestureIntent } from '@balai/engine/input'
import {
  type ClientMessage,
  createSight,
  createWireWriter,
  encodeName,
  putCount,
  readClientMessage,
  readServerMessage,
  type Sight,
  takeNumber,
  WireError,
  type WireState,
  writeAgain,
  writeChange,
  writeClientMessage,
  writeCrowdCell,
  writeCorrection,
  writeEntered,
  writeFrameHead,
  writeLeft,
  writePong,
  writeProbe,
  writeState,
  writeWelcome,
  written,
} from '@balai/engine/net'
import { describe, expect, it } from 'vitest'

const whole = (rng: Rng, below: number): number => Math.floor(rng() * below)
const word = (rng: Rng): bigint => (BigInt(whole(rng, 2 ** 32)) << 32n) | BigInt(whole(rng, 2 ** 32))
const metres = (rng: Rng): number => Math.fround((rng() - 0.5) * 200)
/** Where one may stand: anywhere, or on the grid of targets, its corners too. */
const feet = (rng: Rng): { x: number; z: number } =>
  rng() < 0.5 ? { x: metres(rng), z: metres(rng) } : { x: whole(rng, 65536) / 64, z: rng() < 0.1 ? 65535 / 64 : whole(rng, 65536) / 64 }
const state = (rng: Rng): WireState => ({ ...feet(rng), y: rng() < 0.5 ? 0 : metres(rng), facing: whole(rng, 32) })

function intent(rng: Rng): Intent {
  const kind = whole(rng, 4) as Intent['kind']
  if (kind === 3) return gestureIntent(1 + whole(rng, 31))
  if (kind === 2) return walkToIntent(rng() * 300, rng() * 300)
  return { kind, direction: kind === 1 ? whole(rng, 32) : 0, targetX: 0, targetZ: 0 }
}

function clientMessage(rng: Rng): ClientMessage {
  const dice = whole(rng, 5)
  if (dice === 0)
    return {
      type: 'hello',
      version: whole(rng, 65536),
      look: whole(rng, 2 ** 32),
      mapHash: whole(rng, 2 ** 32),
      canCollide: rng() < 0.5,
      token: word(rng),
    }
  if (dice === 1) return { type: 'intent', stamp: whole(rng, 2 ** 32), check: whole(rng, 65536), intent: intent(rng) }
  if (dice === 2) return { type: 'lost', slot: whole(rng, 65536) }
  if (dice === 3) return { type: 'able' }
  return { type: 'ping', clientMs: rng() * 1e9 }
}

const several = <Row>(rng: Rng, make: () => Row): Row[] => Array.from({ length: whole(rng, 4) }, make)

/** People in view before a frame is read: their numbers are 0, 1, 2 … */
function sightOf(slots: readonly number[]): Sight {
  const sight = createSight()
  for (const slot of slots) takeNumber(sight, slot)
  return sight
}

/** Bytes of a random server message, whom the reader has in view, and what reading must give. */
function serverMessage(rng: Rng): { bytes: Uint8Array; meant: unknown; inView: number[]; tick: number } {
  const writer = createWireWriter(16)
  const dice = whole(rng, 5)
  if (dice === 0) {
    const meant = {
      type: 'welcome',
      version: 1,
      netId: whole(rng, 2 ** 32),
      serverMs: rng() * 1e9,
      stamp: whole(rng, 2 ** 32),
      token: word(rng),
      state: state(rng),
      intent: intent(rng),
    } as const
    writeWelcome(writer, meant)
    return { bytes: written(writer).slice(), meant, inView: [], tick: 0 }
  }
  if (dice === 1) {
    const meant = { type: 'pong', clientMs: rng() * 1e9, serverMs: rng() * 1e9 }
    writePong(writer, meant.clientMs, meant.serverMs)
    return { bytes: written(writer).slice(), meant, inView: [], tick: 0 }
  }
  if (dice === 2) {
    const meant = { type: 'correction', stamp: whole(rng, 2 ** 32), reason: whole(rng, 4), state: state(rng), intent: intent(rng) } as const
    writeCorrection(writer, meant)
    return { bytes: written(writer).slice(), meant, inView: [], tick: 0 }
  }
  const tick = 70_000 + whole(rng, 2 ** 31)
  const stateRow = () => ({
    flags: rng() < 0.5 ? 0 : whole(rng, 256),
    stamp: tick + 16 - whole(rng, rng() < 0.5 ? 300 : 65_000),
    state: state(rng),
    intent: intent(rng),
  })
  const slot = (): number => whole(rng, 65536)
  const inView = Array.from({ length: 8 }, slot)
  // The last numbers leave, the first are told of: whoever left is told of no more.
  const left = several(rng, slot).map((_, i) => 7 - i)
  const number = (): number => whole(rng, 4)
  const entered = several(rng, () => {
    const netId = whole(rng, 2 ** 32)
    return { netId, slot: netId & 0xffff, ...stateRow(), look: whole(rng, 2 ** 32), name: ['Siti', 'Ögün <b>', null][whole(rng, 3)] }
  })
  const again = several(rng, () => ({ slot: slot(), ...stateRow() }))
  const states = several(rng, () => ({ number: number(), ...stateRow() }))
  const changes = several(rng, () => ({
    number: number(),
    stamp: tick + 16 - whole(rng, 256),
    check: whole(rng, 65536),
    intent: intent(rng),
  }))
  const probes = several(rng, () => ({ number: number(), check: whole(rng, 65536) }))
  const crowd = several(rng, () => ({ cell: whole(rng, 65536), count: whole(rng, 256) }))
  writeFrameHead(writer, tick, {
    left: left.length,
    entered: entered.length,
    again: again.length,
    states: states.length,
    changes: changes.length,
    probes: probes.length,
    crowd: crowd.length,
  })
  putCount(writer, left.length)
  for (const one of left) writeLeft(writer, one)
  putCount(writer, entered.length)
  for (const row of entered) writeEntered(writer, tick, { ...row, name: encodeName(row.name) })
  putCount(writer, again.length)
  for (const row of again) writeAgain(writer, tick, row)
  putCount(writer, states.length)
  for (const row of states) writeState(writer, tick, row)
  putCount(writer, changes.length)
  for (const row of changes) writeChange(writer, tick, row)
  putCount(writer, probes.length)
  for (const row of probes) writeProbe(writer, row)
  putCount(writer, crowd.length)
  for (const { cell, count } of crowd) writeCrowdCell(writer, cell, count)
  const named = <Row extends { number: number }>({ number: one, ...row }: Row) => ({ slot: inView[one], ...row })
  const meant = {
    type: 'frame',
    tick,
    left: left.map((one) => inView[one]),
    entered,
    states: [...again, ...states.map(named)],
    changes: changes.map(named),
    probes: probes.map(named),
    crowd,
  }
  return { bytes: written(writer).slice(), meant, inView, tick: tick + whole(rng, 60_000) - 30_000 }
}

/** Reading must give a message or refuse with WireError; anything else is a fault of ours. */
function readsOrRefuses(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void {
  try {
    read(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(WireError)
  }
}

describe('codec', () => {
  for (const seed of [1, 2, 3]) {
    it(`seed ${seed}: what is written is what is read, both ways`, () => {
      const rng = createRng(seed)
      for (let i = 0; i < 1500; i++) {
        const message = clientMessage(rng)
        const writer = createWireWriter(1)
        writeClientMessage(writer, message)
        expect(readClientMessage(written(writer))).toEqual(message)
        const { bytes, meant, inView, tick } = serverMessage(rng)
        expect(readServerMessage(bytes, sightOf(inView), tick)).toEqual(meant)
      }
    })
    it(`seed ${seed}: N8: cut, lengthened, changed and random bytes are read or refused, never worse`, () => {
      const rng = createRng(seed + 100)
      for (let i = 0; i < 1500; i++) {
        const { bytes, inView, tick } = serverMessage(rng)
        const read = (changed: Uint8Array): unknown => readServerMessage(changed, sightOf(inView), tick)
        const cut = bytes.subarray(0, whole(rng, bytes.length))
        expect(() => read(cut)).toThrow(WireError)
        const longer = new Uint8Array(bytes.length + 1)
        longer.set(bytes)
        expect(() => read(longer)).toThrow(WireError)
        const changed = bytes.slice()
        changed[whole(rng, changed.length)] = whole(rng, 256)
        readsOrRefuses(read, changed)
        const noise = Uint8Array.from({ length: whole(rng, 40) }, () => whole(rng, 256))
        readsOrRefuses(readClientMessage, noise)
        readsOrRefuses(read, noise)
      }
    })
  }
  it('N8: names are cut between characters to 48 bytes', () => {
    const bytes = encodeName('😀'.repeat(40))
    expect(bytes.length).toBe(48)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe('😀'.repeat(12))
  })
})
