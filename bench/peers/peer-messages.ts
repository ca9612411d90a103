import { type Intent, type IntentKind, targetStepM } from '@balai/engine/input'

/** What a client of a peer may say; the same bytes whatever carries them. */
export const peerMessage = { position: 1, intent: 2 } as const

/** u16 x, u16 z in 64ths of a metre, u8 facing. */
export function packPosition(x: number, z: number, facing: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(5))
  view.setUint16(0, Math.round(x / targetStepM), true)
  view.setUint16(2, Math.round(z / targetStepM), true)
  view.setUint8(4, facing)
  return new Uint8Array(view.buffer)
}

export function readPosition(bytes: Uint8Array): { x: number; z: number; facing: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { x: view.getUint16(0, true) * targetStepM, z: view.getUint16(2, true) * targetStepM, facing: view.getUint8(4) }
}

/** u8 kind, u8 direction, u16 x, u16 z of the target in 64ths of a metre. */
export function packIntent(intent: Readonly<Intent>): Uint8Array {
  const view = new DataView(new ArrayBuffer(6))
  view.setUint8(0, intent.kind)
  view.setUint8(1, intent.direction)
  view.setUint16(2, Math.round(intent.targetX / targetStepM), true)
  view.setUint16(4, Math.round(intent.targetZ / targetStepM), true)
  return new Uint8Array(view.buffer)
}

export function readIntent(bytes: Uint8Array): Intent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    kind: view.getUint8(0) as IntentKind,
    direction: view.getUint8(1),
    targetX: view.getUint16(2, true) * targetStepM,
    targetZ: view.getUint16(4, true) * targetStepM,
  }
}
