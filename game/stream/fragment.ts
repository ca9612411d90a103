import { box, concat, fullBox, u32, u64, type Bytes } from './boxes.ts'

export type Sample = {
  readonly bytes: Uint8Array
  /** Ticks of the track's timescale, > 0. */
  readonly duration: number
  /** True when decoding can start here (a video key frame, every audio sample). */
  readonly isKey: boolean
}

/** The samples that one track gives to a fragment, in decode order, without a hole. */
export type TrackRun = {
  readonly track: number
  /** Decode time of the first sample, in ticks of the track. */
  readonly baseTime: number
  readonly samples: readonly Sample[]
}

const defaultBaseIsMoof = 0x020000
const dataOffsetPresent = 0x000001
const durationSizeAndFlags = 0x000700
/** ISO/IEC 14496-12, 8.8.3.1: depends on nothing; depends on others and is no sync sample. */
const keySample = 0x0200_0000
const deltaSample = 0x0101_0000

/** One fragment (`moof` + `mdat`) of one or two tracks; decode order is presentation order (no B-frames). */
export function writeFragment(sequence: number, runs: readonly TrackRun[]): Bytes {
  const head = writeMoof(sequence, runs, 0)
  const moof = writeMoof(sequence, runs, head.length + 8)
  const payload: Uint8Array[] = []
  for (const run of runs) for (const sample of run.samples) payload.push(sample.bytes)
  return concat([moof, box('mdat', ...payload)])
}

function writeMoof(sequence: number, runs: readonly TrackRun[], firstOffset: number): Bytes {
  let offset = firstOffset
  const trafs = runs.map((run) => {
    const table: number[] = [run.samples.length, offset]
    for (const sample of run.samples) {
      table.push(sample.duration, sample.bytes.length, sample.isKey ? keySample : deltaSample)
      offset += sample.bytes.length
    }
    return box(
      'traf',
      fullBox('tfhd', { version: 0, flags: defaultBaseIsMoof }, u32(run.track)),
      fullBox('tfdt', { version: 1, flags: 0 }, u64(run.baseTime)),
      fullBox('trun', { version: 0, flags: dataOffsetPresent | durationSizeAndFlags }, u32(...table)),
    )
  })
  return box('moof', fullBox('mfhd', { version: 0, flags: 0 }, u32(sequence)), ...trafs)
}
