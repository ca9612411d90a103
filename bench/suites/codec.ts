import { createRng } from '@balai/engine/core'
import { walkIntent, walkToIntent } from '@balai/engine/input'
import {
  createWireWriter,
  encodeName,
  readClientMessage,
  readServerMessage,
  writeClientMessage,
  writeFrameHead,
  writeNews,
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
    const news = Array.from({ length: newsCount }, (_, index) => ({
      netId: index + 1,
      stamp: 1000 + index,
      flags: 0,
      look: Math.floor(rng() * 2 ** 32),
      name: index < 2 ? name : null,
      state: { x: Math.fround(rng() * 60), y: 0, z: Math.fround(rng() * 60), facing: index & 31 },
      intent: index % 3 === 0 ? walkToIntent(rng() * 60, rng() * 60) : walkIntent(index & 31),
    }))
    const writeFrame = (): Uint8Array => {
      writer.at = 0
      writeFrameHead(writer, 1234, 0, newsCount)
      for (const one of news) writeNews(writer, one)
      return written(writer)
    }
    const message = { type: 'intent', stamp: 4711, check: 0xbeef, intent: walkIntent(7) } as const
    const writeIntent = (): Uint8Array => {
      writer.at = 0
      writeClientMessage(writer, message)
      return written(writer)
    }
    const frame = writeFrame().slice()
    const intent = writeIntent().slice()
    return {
      cases: [
        { name: `a frame of ${newsCount} written (${frame.length} bytes)`, run: () => void writeFrame() },
        { name: `a frame of ${newsCount} read`, run: () => void readServerMessage(frame) },
        { name: `an intent written (${intent.length} bytes)`, run: () => void writeIntent() },
        { name: 'an intent read', run: () => void readClientMessage(intent) },
      ],
      close: () => undefined,
    }
  },
}
