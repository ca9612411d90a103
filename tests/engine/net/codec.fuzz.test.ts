import { createRng, type Rng } from '@balai/engine/core'
import { type Intent, walkToIntent } from '@balai/engine/input'
import {
  type ClientMessage,
  createWireWriter,
  encodeName,
  putCount,
  readClientMessage,
  readServerMessage,
  WireError,
  type WireState,
  writeChange,
  writeClientMessage,
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
const metres = (rng: Rng): number => Math.fround((rng() - 0.5) * 200)
const state = (rng: Rng): WireState => ({ x: metres(rng), y: rng() < 0.5 ? 0 : metres(rng), z: metres(rng), facing: whole(rng, 32) })

function intent(rng: Rng): Intent {
  const kind = whole(rng, 3) as Intent['kind']
  if (kind === 2) return walkToIntent(rng() * 300, rng() * 300)
  return { kind, direction: kind === 1 ? whole(rng, 32) : 0, targetX: 0, targetZ: 0 }
}

function clientMessage(rng: Rng): ClientMessage {
  const dice = whole(rng, 5)
  if (dice === 0)
    return { type: 'hello', version: whole(rng, 65536), look: whole(rng, 2 ** 32), mapHash: whole(rng, 2 ** 32), canCollide: rng() < 0.5 }
  if (dice === 1) return { type: 'intent', stamp: whole(rng, 2 ** 32), check: whole(rng, 65536), intent: intent(rng) }
  if (dice === 2) return { type: 'lost', slot: whole(rng, 65536) }
  if (dice === 3) return { type: 'able' }
  return { type: 'ping', clientMs: rng() * 1e9 }
}

const several = <Row>(rng: Rng, make: () => Row): Row[] => Array.from({ length: whole(rng, 4) }, make)

/** Bytes of a random server message and what reading them must give. */
function serverMessage(rng: Rng): { bytes: Uint8Array; meant: unknown } {
  const writer = createWireWriter(16)
  const dice = whole(rng, 5)
  if (dice === 0) {
    const meant = {
      type: 'welcome',
      version: 1,
      netId: whole(rng, 2 ** 32),
      serverMs: rng() * 1e9,
      stamp: whole(rng, 2 ** 32),
      state: state(rng),
    } as const
    writeWelcome(writer, meant)
    return { bytes: written(writer).slice(), meant }
  }
  if (dice === 1) {
    const meant = { type: 'pong', clientMs: rng() * 1e9, serverMs: rng() * 1e9 }
    writePong(writer, meant.clientMs, meant.serverMs)
    return { bytes: written(writer).slice(), meant }
  }
  if (dice === 2) {
    const meant = { type: 'correction', stamp: whole(rng, 2 ** 32), reason: whole(rng, 4), state: state(rng), intent: intent(rng) } as const
    writeCorrection(writer, meant)
    return { bytes: written(writer).slice(), meant }
  }
  const tick = 70_000 + whole(rng, 2 ** 31)
  const stateRow = () => ({ flags: whole(rng, 256), stamp: tick + 16 - whole(rng, 65_000), state: state(rng), intent: intent(rng) })
  const left = several(rng, () => whole(rng, 65536))
  const entered = several(rng, () => {
    const netId = whole(rng, 2 ** 32)
    return { netId, slot: netId & 0xffff, ...stateRow(), look: whole(rng, 2 ** 32), name: ['Siti', 'Ögün <b>', null][whole(rng, 3)] }
  })
  const states = several(rng, () => ({ slot: whole(rng, 65536), ...stateRow() }))
  const changes = several(rng, () => ({
    slot: whole(rng, 65536),
    stamp: tick + 16 - whole(rng, 256),
    check: whole(rng, 65536),
    intent: intent(rng),
  }))
  const probes = several(rng, () => ({ slot: whole(rng, 65536), check: whole(rng, 65536) }))
  writeFrameHead(writer, tick, {
    left: left.length,
    entered: entered.length,
    states: states.length,
    changes: changes.length,
    probes: probes.length,
  })
  putCount(writer, left.length)
  for (const slot of left) writeLeft(writer, slot)
  putCount(writer, entered.length)
  for (const row of entered) writeEntered(writer, tick, { ...row, name: encodeName(row.name) })
  putCount(writer, states.length)
  for (const row of states) writeState(writer, tick, row)
  putCount(writer, changes.length)
  for (const row of changes) writeChange(writer, tick, row)
  putCount(writer, probes.length)
  for (const row of probes) writeProbe(writer, row)
  return { bytes: written(writer).slice(), meant: { type: 'frame', tick, left, entered, states, changes, probes } }
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
        const { bytes, meant } = serverMessage(rng)
        expect(readServerMessage(bytes)).toEqual(meant)
      }
    })
    it(`seed ${seed}: N8: cut, lengthened, changed and random bytes are read or refused, never worse`, () => {
      const rng = createRng(seed + 100)
      for (let i = 0; i < 1500; i++) {
        const { bytes } = serverMessage(rng)
        const cut = bytes.subarray(0, whole(rng, bytes.length))
        expect(() => readServerMessage(cut)).toThrow(WireError)
        const longer = new Uint8Array(bytes.length + 1)
        longer.set(bytes)
        expect(() => readServerMessage(longer)).toThrow(WireError)
        const changed = bytes.slice()
        changed[whole(rng, changed.length)] = whole(rng, 256)
        readsOrRefuses(readServerMessage, changed)
        const noise = Uint8Array.from({ length: whole(rng, 40) }, () => whole(rng, 256))
        readsOrRefuses(readClientMessage, noise)
        readsOrRefuses(readServerMessage, noise)
      }
    })
  }
  it('N8: names are cut between characters to 48 bytes', () => {
    const bytes = encodeName('😀'.repeat(40))
    expect(bytes.length).toBe(48)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe('😀'.repeat(12))
  })
})
