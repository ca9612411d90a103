import { ascii, box, concat, fullBox, u16, u32, u8, type Bytes } from './boxes.ts'
import { audioSampleEntry, videoSampleEntry, type AudioTrack, type VideoTrack } from './sample-entry.ts'

export const videoTrackId = 1
export const audioTrackId = 2

/** Ticks a second of the video track. */
export const videoTimescale = 90_000

/** Ticks a second of an audio track: Opus always counts in 48 kHz, whatever went in. */
export function audioTimescale(track: AudioTrack): number {
  return track.codec === 'opus' ? 48_000 : track.sampleRate
}

export type Tracks = { readonly video: VideoTrack | null; readonly audio: AudioTrack | null }

/** The file's head (`ftyp` + `moov`): what a player needs before the first fragment. No samples. At least one track. */
export function writeInitSegment(tracks: Tracks): Bytes {
  const { video, audio } = tracks
  if (!video && !audio) throw new TypeError('tracks must hold a video or an audio track')
  const traks: Bytes[] = []
  const trexes: Bytes[] = []
  if (video) {
    const header = fullBox('vmhd', { version: 0, flags: 1 }, u16(0, 0, 0, 0))
    const { width, height } = video
    traks.push(
      trak({ id: videoTrackId, timescale: videoTimescale, handler: 'vide', entry: videoSampleEntry(video), header, width, height }),
    )
    trexes.push(trex(videoTrackId))
  }
  if (audio) {
    const header = fullBox('smhd', { version: 0, flags: 0 }, u16(0, 0))
    const timescale = audioTimescale(audio)
    traks.push(trak({ id: audioTrackId, timescale, handler: 'soun', entry: audioSampleEntry(audio), header, width: 0, height: 0 }))
    trexes.push(trex(audioTrackId))
  }
  const ftyp = box('ftyp', ascii('iso5'), u32(512), ascii('iso5iso6mp41'))
  return concat([ftyp, box('moov', mvhd(), ...traks, box('mvex', ...trexes))])
}

const unityMatrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

function mvhd(): Bytes {
  const nextTrack = 3
  const times = u32(0, 0, 1000, 0, 0x10000)
  return fullBox('mvhd', { version: 0, flags: 0 }, times, u16(0x0100, 0), u32(0, 0), unityMatrix, new Uint8Array(24), u32(nextTrack))
}

type Media = { id: number; timescale: number; handler: string; entry: Bytes; header: Bytes; width: number; height: number }

function trak(media: Media): Bytes {
  const isSound = media.handler === 'soun'
  const enabledInMovie = 3
  const tkhd = fullBox(
    'tkhd',
    { version: 0, flags: enabledInMovie },
    u32(0, 0, media.id, 0, 0, 0, 0),
    u16(0, 0, isSound ? 0x0100 : 0, 0),
    unityMatrix,
    u32(media.width * 0x10000, media.height * 0x10000),
  )
  const undetermined = 0x55c4
  const mdhd = fullBox('mdhd', { version: 0, flags: 0 }, u32(0, 0, media.timescale, 0), u16(undetermined, 0))
  const hdlr = fullBox('hdlr', { version: 0, flags: 0 }, u32(0), ascii(media.handler), u32(0, 0, 0), u8(0))
  const inThisFile = 1
  const dinf = box('dinf', fullBox('dref', { version: 0, flags: 0 }, u32(1), fullBox('url ', { version: 0, flags: inThisFile })))
  const none = { version: 0, flags: 0 }
  const stbl = box(
    'stbl',
    fullBox('stsd', none, u32(1), media.entry),
    fullBox('stts', none, u32(0)),
    fullBox('stsc', none, u32(0)),
    fullBox('stsz', none, u32(0, 0)),
    fullBox('stco', none, u32(0)),
  )
  return box('trak', tkhd, box('mdia', mdhd, hdlr, box('minf', media.header, dinf, stbl)))
}

function trex(track: number): Bytes {
  return fullBox('trex', { version: 0, flags: 0 }, u32(track, 1, 0, 0, 0))
}
