import type { SvgNode } from './svg-tree.ts'

/** A hundredth of a pixel at 1×: finer is not seen. */
const fineness = 100
const text = (value: number): string => String(Math.round(value * fineness) / fineness).replace(/^(-?)0\./, '$1.')
/** Path data with rounded numbers, and without what says nothing. */
const tidy = (path: string): string => path.replace(/-?(?:\d+\.?\d*|\.\d+)/g, (number) => text(Number(number))).replace(/ (?=-)/g, '')

/** A shape's outline as path data. @throws TypeError for an element that the sources have not used so far */
export function outlineOf({ tag, attributes }: SvgNode): string {
  const get = (name: string): number => Number(attributes[name] ?? 0)
  switch (tag) {
    case 'path':
      return tidy(attributes.d)
    case 'polyline':
      return tidy(`M${pointsOf(attributes.points).join('L')}`)
    case 'circle':
      return ellipse(get('cx'), get('cy'), get('r'), get('r'))
    case 'ellipse':
      return ellipse(get('cx'), get('cy'), get('rx'), get('ry'))
    case 'rect':
      return rectangle([get('x'), get('y')], [get('width'), get('height')], get('rx'))
    default:
      throw new TypeError(`a picture holds <${tag}>: teach assets/art/svg-shape.ts its outline`)
  }
}

/** The dot that a line without length is when its ends are round; canvases do not agree on whether it is seen. Else null. */
export function dotOf({ tag, attributes }: SvgNode, widthPx: number): string | null {
  if (tag !== 'polyline') return null
  const points = pointsOf(attributes.points)
  if (points.some((point) => point !== points[0])) return null
  const [x, y] = points[0].split(' ').map(Number)
  return ellipse(x, y, widthPx / 2, widthPx / 2)
}

const pointsOf = (points: string): string[] =>
  points
    .trim()
    .split(/\s+/)
    .map((point) => point.replace(',', ' '))

function ellipse(x: number, y: number, rx: number, ry: number): string {
  const half = (sign: number): string => `a${text(rx)} ${text(ry)} 0 1 1 ${text(sign * rx * 2)} 0`
  return tidy(`M${text(x - rx)} ${text(y)}${half(1)}${half(-1)}Z`)
}

function rectangle([x, y]: readonly [number, number], [w, h]: readonly [number, number], r: number): string {
  if (r === 0) return `M${text(x)} ${text(y)}h${text(w)}v${text(h)}h${text(-w)}Z`
  const corner = (dx: number, dy: number): string => `a${text(r)} ${text(r)} 0 0 1 ${text(dx * r)} ${text(dy * r)}`
  const sides = [`h${text(w - 2 * r)}`, `v${text(h - 2 * r)}`, `h${text(2 * r - w)}`, `v${text(2 * r - h)}`]
  const corners = [corner(1, 1), corner(-1, 1), corner(-1, -1), corner(1, -1)]
  return tidy(`M${text(x + r)} ${text(y)}${sides.map((side, i) => side + corners[i]).join('')}Z`)
}

const fraction = (value: number): number => Math.round(value * 100) / 100

/** The values of a gradient as `G` takes them, without the path. */
export function gradientOf({ tag, attributes, children }: SvgNode, shape: SvgNode): (string | number)[] {
  const get = (name: string): number => Number(attributes[name] ?? 0)
  // Without gradientUnits, coordinates are fractions of the shape's box.
  const isInBox = attributes.gradientUnits === undefined
  if (isInBox && (tag !== 'linearGradient' || shape.tag !== 'rect'))
    throw new TypeError('a gradient without gradientUnits must be linear and fill a rectangle')
  const along = (name: string, axis: 'x' | 'y'): number => {
    if (!isInBox) return fraction(get(name))
    return fraction(Number(shape.attributes[axis] ?? 0) + get(name) * Number(shape.attributes[axis === 'x' ? 'width' : 'height']))
  }
  const ends =
    tag === 'linearGradient'
      ? [along('x1', 'x'), along('y1', 'y'), 0, along('x2', 'x'), along('y2', 'y'), 0]
      : [get('cx'), get('cy'), 0, get('cx'), get('cy'), get('r')]
  return [...ends, children.length, ...children.flatMap(({ attributes: stop }) => [Number(stop.offset), colourOfStop(stop)])]
}

function colourOfStop(stop: SvgNode['attributes']): string {
  const alpha = Math.round(Number(stop['stop-opacity'] ?? 1) * 255)
  return `${stop['stop-color']}${alpha.toString(16).padStart(2, '0')}`
}
