import type { Drawing, DrawnSheet } from './drawing.ts'

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
/** A canvas, and where a drawing's origin lies on it in the canvas's pixels. */
type Surface = { readonly context: Context; readonly x: number; readonly y: number }

/** Draws every picture of a sheet at its place, in a worker or on a page. @throws TypeError where the browser gives no 2D canvas */
export function drawSheet(sheet: DrawnSheet): OffscreenCanvas | HTMLCanvasElement {
  const { scale, x, y, w, h, anchorX, anchorY } = sheet
  const context = createContext(sheet.width, sheet.height)
  sheet.drawings.forEach((drawing, i) => {
    context.save()
    context.beginPath()
    context.rect(x[i], y[i], w[i], h[i])
    context.clip()
    const addLayer = (): Surface => ({ context: createContext(w[i], h[i]), x: anchorX[i], y: anchorY[i] })
    draw(drawing, { context, x: x[i] + anchorX[i], y: y[i] + anchorY[i] }, scale, addLayer)
    context.restore()
  })
  return context.canvas
}

function draw(drawing: Drawing, surface: Surface, scale: number, addLayer: () => Surface): void {
  const below: Surface[] = []
  let on = surface
  let next = 0
  const number = (): number => drawing[next++] as number
  const text = (): string => drawing[next++] as string
  const begin = (): void => on.context.setTransform(scale, 0, 0, scale, on.x, on.y)
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
      fill(on.context, path, text())
    },
    S() {
      const path = new Path2D(text())
      on.context.strokeStyle = text()
      on.context.lineWidth = number()
      on.context.lineCap = number() === 1 ? 'round' : 'butt'
      on.context.lineJoin = number() === 1 ? 'round' : 'miter'
      on.context.stroke(path)
    },
    G() {
      const path = new Path2D(text())
      fill(on.context, path, readGradient(on.context, number, text))
    },
    C() {
      on.context.save()
      on.context.clip(new Path2D(text()))
    },
    R() {
      on.context.restore()
    },
    L() {
      below.push(on)
      on = addLayer()
      begin()
    },
    E() {
      on.context.globalCompositeOperation = 'destination-out'
    },
    P() {
      const layer = on
      on = below.pop() as Surface
      on.context.save()
      on.context.setTransform(1, 0, 0, 1, 0, 0)
      on.context.globalAlpha = number()
      on.context.drawImage(layer.context.canvas, on.x - layer.x, on.y - layer.y)
      on.context.restore()
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

function readGradient(context: Context, number: () => number, text: () => string): CanvasGradient {
  const [x0, y0, r0, x1, y1, r1] = [number(), number(), number(), number(), number(), number()]
  const gradient = r1 === 0 ? context.createLinearGradient(x0, y0, x1, y1) : context.createRadialGradient(x0, y0, r0, x1, y1, r1)
  for (let left = number(); left > 0; left--) gradient.addColorStop(number(), text())
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
