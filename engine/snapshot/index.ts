export { createSnapshotReceiver, createSnapshotSender, type SnapshotPort, type SnapshotReceiver, type SnapshotSender } from './exchange.ts'
export { avatarFlag, createFrameView, pose, type FrameView } from './frame-view.ts'
export { interpolate } from './interpolate.ts'
export { createSnapshotBuffer, openSnapshot, type SnapshotArrays } from './layout.ts'
