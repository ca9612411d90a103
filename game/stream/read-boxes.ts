/** A box as it lies in the bytes; `start` and `end` bound its content, without the header. */
export type BoxView = { readonly type: string; readonly start: number; readonly end: number }

/** A track's run in a fragment, read back. Times in ticks of the track. */
export type ReadRun = {
  readonly track: number
  readonly baseTime: number
  /** Sum of the sample durations. */
  readonly duration: number
  readonly isKeyFirst: boolean
  readonly samples: readonly { readonly duration: number; readonly start: number; readonly end: number; readonly isKey: boolean }[]
}

/** The boxes between `from` and `to`, or null when their sizes do not fill that stretch exactly. */
export function readBoxes(bytes: Uint8Array, from = 0, to = bytes.length): BoxView[] | null {
  const view = viewOf(bytes)
  const boxes: BoxView[] = []
  let at = from
  while (at < to) {
    if (at + 8 > to) return null
    const size = view.getUint32(at)
    if (size < 8 || at + size > to) return null
    boxes.push({ type: String.fromCharCode(bytes[at + 4], bytes[at + 5], bytes[at + 6], bytes[at + 7]), start: at + 8, end: at + size })
    at += size
  }
  return boxes
}

/** A track of an init segment: `vide` or `soun`; its sample entry (`avc1`, `vp09`, `mp4a`, `Opus`); ticks a second. */
export type ReadTrack = { readonly track: number; readonly handler: string; readonly format: string; readonly timescale: number }

/**
 * The tracks of an init segment, or null when it is not one:
 * ftyp, then moov with mvex and one or two tracks.
 */
export function readInit(bytes: Uint8Array): ReadTrack[] | null {
  const top = readBoxes(bytes)
  if (!top || top.length !== 2 || top[0].type !== 'ftyp' || top[1].type !== 'moov') return null
  const moov = readBoxes(bytes, top[1].start, top[1].end)
  if (!moov || !moov.some((child) => child.type === 'mvex')) return null
  const view = viewOf(bytes)
  const tracks: ReadTrack[] = []
  for (const trak of moov.filter((child) => child.type === 'trak')) {
    const tkhd = find(bytes, trak, ['tkhd'])
    const mdhd = find(bytes, trak, ['mdia', 'mdhd'])
    const hdlr = find(bytes, trak, ['mdia', 'hdlr'])
    const stsd = find(bytes, trak, ['mdia', 'minf', 'stbl', 'stsd'])
    if (!tkhd || !mdhd || !hdlr || !stsd || length(tkhd) < 16 || length(mdhd) < 16 || length(hdlr) < 12 || length(stsd) < 16) return null
    const handler = String.fromCharCode(...bytes.subarray(hdlr.start + 8, hdlr.start + 12))
    const format = String.fromCharCode(...bytes.subarray(stsd.start + 12, stsd.start + 16))
    tracks.push({ track: view.getUint32(tkhd.start + 12), handler, format, timescale: view.getUint32(mdhd.start + 12) })
  }
  return tracks.length === 1 || tracks.length === 2 ? tracks : null
}

/**
 * The runs of a part: one or more moof + mdat pairs whose tables point exactly into their own mdat.
 * Null when anything does not fit. Reads what `writeFragment` writes, not every file the standard allows.
 */
export function readPart(bytes: Uint8Array): ReadRun[] | null {
  const top = readBoxes(bytes)
  if (!top || top.length === 0 || top.length % 2 !== 0) return null
  const runs: ReadRun[] = []
  for (let i = 0; i < top.length; i += 2) {
    if (top[i].type !== 'moof' || top[i + 1].type !== 'mdat') return null
    const moof = readBoxes(bytes, top[i].start, top[i].end)
    if (!moof || moof[0]?.type !== 'mfhd' || moof.length < 2) return null
    let expected = top[i + 1].start
    for (const traf of moof.slice(1)) {
      const run = traf.type === 'traf' ? readRun(bytes, traf, top[i].start - 8, expected) : null
      if (!run) return null
      expected = run.samples.at(-1)?.end ?? expected
      runs.push(run)
    }
    if (expected !== top[i + 1].end) return null
  }
  return runs
}

function readRun(bytes: Uint8Array, traf: BoxView, moofStart: number, expected: number): ReadRun | null {
  const view = viewOf(bytes)
  const children = readBoxes(bytes, traf.start, traf.end)
  if (!children || children.map((child) => child.type).join() !== 'tfhd,tfdt,trun') return null
  const [tfhd, tfdt, trun] = children
  if (length(tfhd) !== 8 || length(tfdt) !== 12 || length(trun) < 12 || view.getUint32(trun.start) !== 0x000701) return null
  const count = view.getUint32(trun.start + 4)
  if (count === 0 || length(trun) !== 12 + count * 12 || moofStart + view.getUint32(trun.start + 8) !== expected) return null
  const samples: ReadRun['samples'][number][] = []
  let start = expected
  let duration = 0
  for (let i = 0; i < count; i++) {
    const row = trun.start + 12 + i * 12
    const end = start + view.getUint32(row + 4)
    const ticks = view.getUint32(row)
    if (end > bytes.length || ticks === 0) return null
    samples.push({ duration: ticks, start, end, isKey: (view.getUint32(row + 8) & 0x10000) === 0 })
    duration += ticks
    start = end
  }
  const baseTime = view.getUint32(tfdt.start + 4) * 0x100000000 + view.getUint32(tfdt.start + 8)
  return { track: view.getUint32(tfhd.start + 4), baseTime, duration, isKeyFirst: samples[0].isKey, samples }
}

function find(bytes: Uint8Array, from: BoxView, path: readonly string[]): BoxView | null {
  let at: BoxView | undefined = from
  for (const type of path) {
    at = readBoxes(bytes, at.start, at.end)?.find((child) => child.type === type)
    if (!at) return null
  }
  return at
}

function length(view: BoxView): number {
  return view.end - view.start
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
