import { type CloseName, maxClientMessageBytes, protocolVersion } from '@balai/engine/net'

/** Length of each message by its first byte, as SPEC N7 and the codec have them; an intent is 4 longer when it names a target. */
const lengths: Readonly<Record<number, number>> = { 1: 20, 2: 8, 3: 9, 4: 1, 5: 3 }
const kinds = { hello: 1, intent: 2 } as const
const walkTo = 33
const lastGesture = 64

/** What a socket must be closed with for a frame, read from the bytes alone and not by the codec; null: it stays open. */
export function verdictOf(frame: Uint8Array, isGreeted: boolean, mapHash: number): CloseName | null {
  if (frame.length > maxClientMessageBytes) return 'tooLarge'
  if (!isMessage(frame)) return 'badMessage'
  if (frame[0] !== kinds.hello) return isGreeted ? null : 'helloExpected'
  if (isGreeted) return 'helloExpected'
  const view = new DataView(frame.buffer, frame.byteOffset)
  return view.getUint16(1, true) === protocolVersion && view.getUint32(7, true) === mapHash ? null : 'badVersion'
}

function isMessage(frame: Uint8Array): boolean {
  if (frame.length === 0) return false
  if (frame[0] === kinds.intent) return frame.length >= 8 && frame[7] <= lastGesture && frame.length === (frame[7] === walkTo ? 12 : 8)
  // Whether a phone has physics is 0 or 1.
  return frame.length === lengths[frame[0]] && !(frame[0] === kinds.hello && frame[11] > 1)
}
