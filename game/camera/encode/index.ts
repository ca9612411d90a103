export { createEncodeLoop } from './encode-loop.ts'
export type { EncodeCommand, EncodeEvent, EncodeSetup } from './encode-messages.ts'
