/** One rung: the codec as WebCodecs names it. */
export type CodecRung = { readonly codec: string; readonly name: string }

/**
 * Best first. H.264 baseline 3.1 plays everywhere; VP9 where a browser ships without H.264.
 * VP8 is left out on purpose: no browser plays it in an MP4 (`MediaSource.isTypeSupported` says no), and whoever encodes VP8 encodes VP9.
 */
export const videoLadder: readonly CodecRung[] = [
  { codec: 'avc1.42001f', name: 'H.264' },
  { codec: 'vp09.00.30.08', name: 'VP9' },
]

/** AAC plays everywhere; Opus where the browser cannot encode AAC (Chromium without proprietary codecs, Firefox). */
export const audioLadder: readonly CodecRung[] = [
  { codec: 'mp4a.40.2', name: 'AAC' },
  { codec: 'opus', name: 'Opus' },
]

/** What a counter's picture costs: 480 lines, about 350 kbit/s, at most 20 pictures a second, one mono voice. */
export const picture = { maxWidth: 854, maxHeight: 480, framesPerSecond: 20, bitsPerSecond: 350_000 } as const
export const voice = { bitsPerSecond: 24_000 } as const

/** The first rung that `isSupported` says yes to, or null. */
export async function chooseRung(
  ladder: readonly CodecRung[],
  isSupported: (rung: CodecRung) => Promise<boolean>,
): Promise<CodecRung | null> {
  for (const rung of ladder) if (await isSupported(rung)) return rung
  return null
}

/** The encoded size for a source: never enlarged, inside the limits, the source's shape, even numbers (4:2:0 needs them). */
export function fitPicture(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, picture.maxWidth / width, picture.maxHeight / height)
  return { width: Math.max(2, Math.round((width * scale) / 2) * 2), height: Math.max(2, Math.round((height * scale) / 2) * 2) }
}
