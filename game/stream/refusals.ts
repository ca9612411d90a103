import { CodedError, type ErrorTable } from '@balai/engine/core'

/** Every way in which the origin refuses an upload. Closed: the page branches on the codes. */
export const streamRefusals = {
  'stream-unknown': { meaning: 'the stream has ended, or the server started anew', remedy: 'start a new stream' },
  'stream-replaced': { meaning: 'another window or device of the officer sends for this counter now', remedy: 'stop here' },
  'init-malformed': {
    meaning: 'the init segment is not ftyp + moov with one or two tracks',
    remedy: 'send the init segment as the muxer wrote it',
  },
  'init-missing': { meaning: 'a part came before the init segment', remedy: 'send the init segment first' },
  'part-malformed': { meaning: 'the part is not whole moof + mdat pairs that agree with each other', remedy: 'send the part again, whole' },
  'part-order': {
    meaning: 'the part is neither the next of its segment nor the first of a later one',
    remedy: 'go on with the first part of a later segment',
  },
  'part-not-independent': { meaning: 'a segment must start with a key frame', remedy: 'start the segment at a key frame' },
  'part-duration': { meaning: 'a part lasts more than 0 and at most 1.2 seconds', remedy: 'cut parts of 0.25 seconds' },
  'segment-too-long': { meaning: 'a segment lasts at most 1.49 seconds', remedy: 'ask the encoder for a key frame each second' },
  'segment-too-large': { meaning: 'a segment holds at most 2 MB', remedy: 'lower the bitrate' },
} as const satisfies ErrorTable

export type StreamRefusal = keyof typeof streamRefusals

export function refuse(code: StreamRefusal, value: string): CodedError<StreamRefusal> {
  return new CodedError(code, `${value}: ${streamRefusals[code].meaning}; ${streamRefusals[code].remedy}`)
}
