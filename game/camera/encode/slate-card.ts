/** A drawn picture that stands in for the camera while the officer talks in private. */
export interface SlateCard {
  /** A new frame of the card; the caller closes it. */
  frame(timestampUs: number): VideoFrame
}

const colours = { wall: '#1f2a37', panel: '#f7f1e3', ink: '#1e1b18', band: '#2f6db5' } as const

/** `lines`: the first large, the rest below it; long ones are shrunk to fit. Drawn once, on a canvas of the encoded size. */
export function createSlateCard(lines: readonly string[], size: { width: number; height: number }): SlateCard {
  const { width, height } = size
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no 2D canvas for the slate')
  context.fillStyle = colours.wall
  context.fillRect(0, 0, width, height)
  const margin = Math.round(height / 12)
  context.fillStyle = colours.panel
  context.fillRect(margin, margin * 2, width - margin * 2, height - margin * 4)
  context.fillStyle = colours.band
  context.fillRect(margin, margin * 2, width - margin * 2, Math.round(height / 30))
  context.fillStyle = colours.ink
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const room = width - margin * 4
  const step = height / (4 + Math.max(2, lines.length))
  const top = height / 2 - ((lines.length - 1) * step) / 2
  lines.forEach((line, i) => {
    let pixels = Math.round(i === 0 ? height / 13 : height / 17)
    do {
      context.font = `${i === 0 ? '700 ' : ''}${pixels}px system-ui, sans-serif`
      pixels--
    } while (context.measureText(line).width > room && pixels > 10)
    context.fillText(line, width / 2, top + i * step)
  })
  return { frame: (timestampUs) => new VideoFrame(canvas, { timestamp: timestampUs }) }
}
