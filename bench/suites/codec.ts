import { createRng } from '@balai/engine/core'
import { walkIntent, walkToIntent } from '@balai/engine/input'
import {
  createSight,
  createWireWriter,
  encodeName,
  putCount,
  readClientMessage,
  readServerMessage,
  takeNumber,
  writeChange,
  writeClientMessage,
  writeEntered,
  writeFrameHead,
  written,
} from '@balai/engine/net'
import type { Suite } from '../suite.ts'

const newsCount = 30
const seed = 43

export const codecSuite: Suite = {
  name: 'codec',
  about: 'an intent up, a frame with 30 pieces of news down: written, and read again',
  async open() {
    const rng = createRng(seed)
    const writer = createWireWriter(8192)
    const name = encodeName('Siti Nurbaya')
    const tick = 1234
    const rows = Array.from({ length: newsCount }, (_, index) => ({
      netId: index + 1,
      number: index,
      stamp: 1200 + index,
      check: Math.floor(rng() * 65_536),
      flags: 0,
      look: Math.floor(rng() * 2 ** 32),
      name,
      state: { x: Math.fround(rng() * 60), y: 0, z: Math.fround(rng() * 60), facing: index & 31 },
      intent: index % 3 === 0 ? walkToIntent(rng() * 60, rng() * 60) : walkIntent(index & 31),
    }))
    const entered = rows.slice(0, 2)
    const changes = rows.slice(2)
    const writeFrame = (): Uint8Array => {
      writer.at = 0
      writeFrameHead(writer, tick, { left: 0, entered: entered.length, again: 0, states: 0, changes: changes.length, probes: 0, crowd: 0 })
      putCount(writer, entered.length)
      for (const row of entered) writeEntered(writer, tick, row)
      putCount(writer, changes.length)
      for (const row of changes) writeChange(writer, tick, row)
      return written(writer)
    }
    const message = { type: 'intent', stamp: 4711, check: 0xbeef, intent: walkIntent(7) } as const
    const writeIntent = (): Uint8Array => {
      writer.at = 0
      writeClientMessage(writer, message)
      return written(writer)
    }
    const frame = writeFrame().slice()
    const sight = createSight()
    // Whom the changes are about is in view already; who enters gets the lowest numbers, which are freed again.
    const readFrame = (bytes: Uint8Array): void => {
      sight.taken.fill(0, 0, entered.length)
      readServerMessage(bytes, sight, tick)
    }
    for (const { netId } of rows) takeNumber(sight, netId)
    const intent = writeIntent().slice()
    return {
      cases: [
        { name: `a frame of ${newsCount} written (${frame.length} bytes)`, run: () => void writeFrame() },
        { name: `a frame of ${newsCount} read`, run: () => readFrame(frame) },
        { name: `an intent written (${intent.length} bytes)`, run: () => void writeIntent() },
        { name: 'an intent read', run: () => void readClientMessage(intent) },
      ],
      close: () => undefined,
    }
  },
}
