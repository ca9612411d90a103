import type { Drawing, DrawnSheet, SheetTheme } from './drawing.ts'

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
/** A canvas, where the picture's place begins on it, and the matrix from a drawing's pixels at 1× to the canvas's. */
type Surface = { readonly context: Context; readonly left: number; readonly top: number; readonly matrix: Matrix }
type Matrix = { readonly a: number; readonly b: number; readonly c: number; readonly d: number; readonly e: number; readonly f: number }

const moved = ({ a, b, c, d, e, f }: Matrix, x: number, y: number): Matrix => ({ a, b, c, d, e: e + x, f: f + y })

/** What a drawing's numbers and names mean. */
type Meaning = {
  readonly colours: readonly string[]
  readonly parts: SheetTheme['parts']
  /** Those that a part was given. */
  readonly given: readonly string[]
  /** An empty canvas of the picture's size. */
  readonly addLayer: () => Context
}

/**
 * Draws every picture of a sheet at its place in a theme, `scale` pixels for one at 1×, in a worker or on a page.
 * @throws TypeError where the browser gives no 2D canvas, or the theme is of another sheet
 */
export function drawSheet(sheet: DrawnSheet, theme: SheetTheme, scale: number): OffscreenCanvas | HTMLCanvasElement {
  const { canvas, drawPicture } = beginSheet(sheet, theme, scale)
  sheet.drawings.forEach((_, i) => drawPicture(i))
  return canvas
}

/** The same, but between pictures it awaits `breathe`. */
export async function drawSheetSlowly(
  sheet: DrawnSheet,
  theme: SheetTheme,
  scale: number,
  breathe: () => Promise<void>,
): Promise<OffscreenCanvas | HTMLCanvasElement> {
  const { canvas, drawPicture } = beginSheet(sheet, theme, scale)
  for (let i = 0; i < sheet.drawings.length; i++) {
    await breathe()
    drawPicture(i)
  }
  return canvas
}

function beginSheet(sheet: DrawnSheet, theme: SheetTheme, scale: number) {
  const { x, y, w, h, anchorX, anchorY } = sheet
  const context = createContext(Math.ceil(sheet.width * scale), Math.ceil(sheet.height * scale))
  const colours = [...sheet.colours, ...theme.colours]
  const drawPicture = (i: number): void => {
    const [left, top] = [x[i] * scale, y[i] * scale]
    context.save()
    context.beginPath()
    context.rect(left, top, w[i] * scale, h[i] * scale)
    context.clip()
    const addLayer = (): Context => createContext(Math.ceil(w[i] * scale), Math.ceil(h[i] * scale))
    const matrix = { a: scale, b: 0, c: 0, d: scale, e: left + anchorX[i] * scale, f: top + anchorY[i] * scale }
    draw(sheet.drawings[i], { context, left, top, matrix }, { colours, parts: theme.parts, given: [], addLayer })
    context.restore()
  }
  return { canvas: context.canvas, drawPicture }
}

function draw(drawing: Drawing, surface: Surface, meaning: Meaning): void {
  const below: Surface[] = []
  const outlines: { readonly path: Path2D; readonly matrix: Matrix }[] = []
  let on = surface
  let next = 0
  const number = (): number => drawing[next++] as number
  const text = (): string => drawing[next++] as string
  const colour = (): string => {
    const index = number()
    const found = index < 0 ? meaning.given[-1 - index] : meaning.colours[index]
    if (found === undefined) throw new TypeError(`the theme has no colour ${index}: sheet and theme must come from one pack`)
    return found
  }
  const begin = (): void => on.context.setTransform(on.matrix)
  /** From here on what is drawn goes on a canvas of its own. */
  const push = (): void => {
    below.push(on)
    on = { context: meaning.addLayer(), left: 0, top: 0, matrix: moved(on.matrix, -on.left, -on.top) }
  }
  /** Puts it down on what is below. */
  const pop = (alpha: number): void => {
    const layer = on
    on = below.pop() as Surface
    on.context.save()
    on.context.setTransform(1, 0, 0, 1, 0, 0)
    on.context.globalAlpha = alpha
    on.context.drawImage(layer.context.canvas, on.left, on.top)
    on.context.restore()
  }
  const steps: Readonly<Record<string, () => void>> = {
    m() {
      begin()
      on.context.transform(number(), number(), number(), number(), number(), number())
    },
    a() {
      on.context.globalAlpha = number()
    },
    F() {
      const path = new Path2D(text())
      fill(on.context, path, colour())
    },
    S() {
      const path = new Path2D(text())
      on.context.strokeStyle = colour()
      on.context.lineWidth = number()
      on.context.lineCap = number() === 1 ? 'round' : 'butt'
      on.context.lineJoin = number() === 1 ? 'round' : 'miter'
      on.context.stroke(path)
    },
    G() {
      const path = new Path2D(text())
      fill(on.context, path, readGradient(on.context, number, colour))
    },
    U() {
      const name = text()
      const given = Array.from({ length: number() }, colour)
      const part = meaning.parts[name]
      if (part === undefined) throw new TypeError(`the theme has no part '${name}': sheet and theme must come from one pack`)
      on.context.save()
      draw(part, { ...on, matrix: on.context.getTransform() }, { ...meaning, given })
      on.context.restore()
    },
    // Not by the canvas's own clip, whose edge browsers leave jagged.
    C() {
      const { left, top, context } = on
      const [matrix, alpha] = [moved(context.getTransform(), -left, -top), context.globalAlpha]
      outlines.push({ path: new Path2D(text()), matrix })
      push()
      on.context.setTransform(matrix)
      on.context.globalAlpha = alpha
    },
    R() {
      const outline = outlines.pop()
      if (outline === undefined) return
      on.context.setTransform(outline.matrix)
      on.context.globalAlpha = 1
      on.context.globalCompositeOperation = 'destination-in'
      fill(on.context, outline.path, '#000')
      pop(1)
    },
    L() {
      push()
      begin()
    },
    E() {
      on.context.globalCompositeOperation = 'destination-out'
    },
    P() {
      pop(number())
    },
  }
  begin()
  while (next < drawing.length) steps[text()]()
}

function fill(context: Context, path: Path2D, paint: string | CanvasGradient): void {
  context.fillStyle = paint
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(path)
}

function readGradient(context: Context, number: () => number, colour: () => string): CanvasGradient {
  const [x0, y0, r0, x1, y1, r1] = [number(), number(), number(), number(), number(), number()]
  const gradient = r1 === 0 ? context.createLinearGradient(x0, y0, x1, y1) : context.createRadialGradient(x0, y0, r0, x1, y1, r1)
  for (let left = number(); left > 0; left--) gradient.addColorStop(number(), colour())
  return gradient
}

/** Not on the graphics card: it gains nothing with thousands of small shapes, and the sheet would have to be read back from it. */
function createContext(width: number, height: number): Context {
  const canvas =
    typeof OffscreenCanvas === 'function'
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true }) as Context | null
  if (context === null) throw new TypeError('the browser gives no 2D canvas: the pictures cannot be drawn')
  return context
}
