import { createEncodeLoop, type EncodeCommand, type EncodeEvent } from '../game/camera/encode/index.ts'

// The page's DOM types know `self` as a window; a worker's port has the same two members.
const port = self as unknown as {
  onmessage: ((event: MessageEvent<EncodeCommand>) => void) | null
  postMessage(message: EncodeEvent, transfer: Transferable[]): void
}

const run = createEncodeLoop((event, transfer) => port.postMessage(event, transfer))
port.onmessage = ({ data }) => run(data)
