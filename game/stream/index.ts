export { concat, type Bytes } from './boxes.ts'
export { audioLadder, chooseRung, fitPicture, picture, videoLadder, voice, type CodecRung } from './codec-ladder.ts'
export { writeFragment, type Sample, type TrackRun } from './fragment.ts'
export { audioTrackId, audioTimescale, videoTimescale, videoTrackId, writeInitSegment } from './init-segment.ts'
export { liveLimits } from './live-window.ts'
export { createMuxer, type MuxedPart, type Muxer, type MuxerOptions } from './muxer.ts'
export {
  askFile,
  askPlaylist,
  createOrigin,
  endStream,
  isOriginSpent,
  originState,
  putInit,
  putPart,
  setSlate,
  silenceMs,
  startStream,
  tickOrigin,
  type FileAnswer,
  type Instant,
  type Origin,
  type PartUpload,
} from './origin.ts'
export { writePlaylist } from './playlist.ts'
export { readBoxes, readInit, readPart, type BoxView, type ReadRun, type ReadTrack } from './read-boxes.ts'
export { streamRefusals, type StreamRefusal } from './refusals.ts'
export type { AudioTrack, VideoTrack } from './sample-entry.ts'
export { createTimeline, type Timeline } from './timeline.ts'
