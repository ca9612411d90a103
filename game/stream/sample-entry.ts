import { box, fullBox, u16, u32, u8, type Bytes } from './boxes.ts'

/** What the video encoder said of its output (`decoderConfig`). */
export type VideoTrack = {
  /** RFC 6381: `avc1.42001f`, `vp09.00.30.08`. */
  readonly codec: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** `decoderConfig.description`: the avcC content for H.264; null for VP9. */
  readonly description: Uint8Array | null
}

/** What the audio encoder said of its output. */
export type AudioTrack = {
  /** `mp4a.40.2` or `opus`. */
  readonly codec: string
  /** Hz. */
  readonly sampleRate: number
  readonly channels: number
  /** AudioSpecificConfig for AAC; an OpusHead packet, or null, for Opus. */
  readonly description: Uint8Array | null
}

/** Sample entry of a video track. Throws a TypeError for a codec that has no place in a file that browsers play. */
export function videoSampleEntry(track: VideoTrack): Bytes {
  if (track.codec.startsWith('avc1.')) {
    if (!track.description) throw new TypeError('track.description must hold the avcC of the encoder: ask it for `avc: { format: "avc" }`')
    return visualEntry('avc1', track, box('avcC', track.description))
  }
  if (track.codec.startsWith('vp09.')) return visualEntry('vp09', track, vpcC(track.codec))
  throw new TypeError(`track.codec must be avc1.… or vp09.…, got ${track.codec}: no browser plays it in an MP4`)
}

export function audioSampleEntry(track: AudioTrack): Bytes {
  if (track.codec.startsWith('mp4a.')) {
    if (!track.description) throw new TypeError('track.description must hold the AudioSpecificConfig of the encoder')
    return soundEntry('mp4a', track, esds(track.description))
  }
  if (track.codec === 'opus') return soundEntry('Opus', { channels: track.channels, sampleRate: 48_000 }, dOps(track))
  throw new TypeError(`track.codec must be mp4a.… or opus, got ${track.codec}`)
}

/** ISO/IEC 14496-12, 12.1.3; 72 dpi, no colour table. */
function visualEntry(type: string, track: VideoTrack, config: Bytes): Bytes {
  const reservedAndIndex = u8(0, 0, 0, 0, 0, 0, 0, 1)
  const dpi = 0x0048_0000
  const name = new Uint8Array(32)
  return box(
    type,
    reservedAndIndex,
    new Uint8Array(16),
    u16(track.width, track.height),
    u32(dpi, dpi, 0),
    u16(1),
    name,
    u16(24, 0xffff),
    config,
  )
}

/** ISO/IEC 14496-12, 12.2.3. */
function soundEntry(type: string, track: { channels: number; sampleRate: number }, config: Bytes): Bytes {
  const reservedAndIndex = u8(0, 0, 0, 0, 0, 0, 0, 1)
  return box(type, reservedAndIndex, new Uint8Array(8), u16(track.channels, 16, 0, 0, track.sampleRate, 0), config)
}

/** VP codec ISO binding 1.0: profile, level and depth come from the codec string; 4:2:0, BT.709, limited range. */
function vpcC(codec: string): Bytes {
  const [profile, level, depth] = codec.split('.').slice(1).map(Number)
  const bt709 = 1
  return fullBox('vpcC', { version: 1, flags: 0 }, u8(profile, level, (depth << 4) | (1 << 1), bt709, bt709, bt709), u16(0))
}

/** Encapsulation of Opus in ISO base media, 4.3.2: as OpusHead (RFC 7845), but big-endian and version 0. */
function dOps(track: AudioTrack): Bytes {
  const head = track.description
  const isHead = head !== null && head.length >= 19 && String.fromCharCode(...head.subarray(0, 8)) === 'OpusHead'
  const preSkip = isHead ? head[10] | (head[11] << 8) : 312
  return box('dOps', u8(0, track.channels), u16(preSkip), u32(track.sampleRate), u16(0), u8(0))
}

/** MPEG-4 descriptors (ISO/IEC 14496-1, 7.2.6): ES, decoder config, decoder specific info, SL config. */
function esds(audioSpecificConfig: Uint8Array): Bytes {
  const specific = descriptor(0x05, audioSpecificConfig)
  const aac = 0x40
  const audioStream = 0x15
  const config = descriptor(0x04, u8(aac, audioStream, 0, 0, 0), u32(0, 0), specific)
  return fullBox('esds', { version: 0, flags: 0 }, descriptor(0x03, u16(2), u8(0), config, descriptor(0x06, u8(2))))
}

function descriptor(tag: number, ...content: readonly Uint8Array[]): Bytes {
  let size = 0
  for (const piece of content) size += piece.length
  // Four-byte lengths: readers accept them everywhere, and no content here is near the one-byte limit by accident.
  const bytes = new Uint8Array(5 + size)
  bytes.set([tag, 0x80, 0x80, 0x80 | (size >> 7), size & 0x7f])
  let at = 5
  for (const piece of content) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
