/** What a paper may be at most. An administrator may set them lower or higher. */
export type PaperLimits = {
  readonly mostBytes: number
  /** Of one picture, before it is decoded. */
  readonly mostPixels: number
  /** Of one picture in a PDF, which is not decoded here but by whoever looks at it. */
  readonly mostPdfPixels: number
  /** Of a PDF. */
  readonly mostPages: number
}

/** 16 megapixels take about 0.5 GB while they are decoded. A sheet of A4 has 8.7 at 300 dots an inch, and 35 at 600. */
export const paperLimits: PaperLimits = { mostBytes: 60 * 1024 * 1024, mostPixels: 16_000_000, mostPdfPixels: 40_000_000, mostPages: 40 }

/** Bounds that no setting moves: no honest paper comes near them. */
export const fixedLimits = {
  /** A progressive JPEG is decoded once for each scan. */
  jpegScans: 32,
  pngChunks: 20_000,
  pdfObjects: 60_000,
  pdfDepth: 48,
  /** Unpacked bytes of one picture in a PDF, of any other stream, and of all together. */
  pdfImageBytes: 48 * 1024 * 1024,
  pdfStreamBytes: 12 * 1024 * 1024,
  pdfBytes: 1024 * 1024 * 1024,
  /** Of one comment between objects: the second line of a PDF is one, and it is short. */
  pdfCommentBytes: 128,
  /** Of all comments. */
  pdfCommentsBytes: 2048,
} as const
