import type { Rng } from '@balai/engine/core'
import { type Intent, targetMaxM } from '@balai/engine/input'
import { type ClientMessage, createWireWriter, protocolVersion, writeClientMessage, written } from '@balai/engine/net'

const writer = createWireWriter()
export function frameOf(message: ClientMessage): Uint8Array {
  writer.at = 0
  writeClientMessage(writer, message)
  return written(writer).slice()
}

export const whole = (rng: Rng, below: number): number => Math.floor(rng() * below)
const word = (rng: Rng): bigint => (BigInt(whole(rng, 2 ** 32)) << 32n) | BigInt(whole(rng, 2 ** 32))

/** What an attacker knows of the world that it throws at. */
export type Aim = { readonly tick: number; readonly mapHash: number }

/** One in so many frames is no message at all, … */
const badShare = 0.05
/** … and the rest are messages, most of them of the kind that reaches the simulation. */
export function drawFrame(rng: Rng, aim: Aim): Uint8Array {
  if (rng() >= badShare) return frameOf(drawMessage(rng, aim))
  return rng() < 0.6 ? damage(rng, frameOf(rng() < 0.3 ? drawHello(rng, aim) : drawMessage(rng, aim))) : noise(rng)
}

function drawMessage(rng: Rng, { tick }: Aim): ClientMessage {
  const dice = rng()
  if (dice < 0.7) return { type: 'intent', stamp: drawStamp(rng, tick), check: whole(rng, 65_536), intent: drawIntent(rng) }
  // With a slot of its own it says that a correction was heard: then its intents are looked at again.
  if (dice < 0.9) return { type: 'lost', slot: rng() < 0.9 ? whole(rng, 120) : whole(rng, 65_536) }
  if (dice < 0.94) return { type: 'able' }
  return { type: 'ping', clientMs: [0, -1, Number.NaN, Infinity, -Infinity, rng() * 1e300][whole(rng, 6)] }
}

/** A hello that is one, of this version and map or of another. */
export function drawHello(rng: Rng, { mapHash }: Aim): ClientMessage {
  const version = rng() < 0.8 ? protocolVersion : whole(rng, 65_536)
  const token = rng() < 0.5 ? 0n : word(rng)
  return {
    type: 'hello',
    version,
    look: whole(rng, 2 ** 32),
    mapHash: rng() < 0.8 ? mapHash : whole(rng, 2 ** 32),
    canCollide: rng() < 0.5,
    token,
  }
}

/** As late as it may be, as far ahead, a little beyond either, or anything. */
function drawStamp(rng: Rng, tick: number): number {
  if (rng() < 0.9) return Math.max(0, tick - 65 + whole(rng, 80))
  return whole(rng, 2 ** 32)
}

function drawIntent(rng: Rng): Intent {
  const kind = whole(rng, 4) as Intent['kind']
  const target = (): number => (kind === 2 ? Math.floor(rng() * (rng() < 0.8 ? 64 : targetMaxM) * 64) / 64 : 0)
  return { kind, direction: kind === 1 ? whole(rng, 32) : kind === 3 ? 1 + whole(rng, 31) : 0, targetX: target(), targetZ: target() }
}

/** Cut short, gone on too long, one byte changed, one bit changed. */
function damage(rng: Rng, frame: Uint8Array): Uint8Array {
  const dice = whole(rng, 4)
  if (dice === 0) return frame.slice(0, whole(rng, frame.length))
  if (dice === 1) {
    const longer = new Uint8Array(frame.length + 1 + whole(rng, 8))
    longer.set(frame)
    return longer
  }
  const changed = frame.slice()
  const at = whole(rng, changed.length)
  changed[at] = dice === 2 ? whole(rng, 256) : changed[at] ^ (1 << whole(rng, 8))
  return changed
}

function noise(rng: Rng): Uint8Array {
  const length = rng() < 0.8 ? whole(rng, 40) : whole(rng, 400)
  return Uint8Array.from({ length }, () => whole(rng, 256))
}
