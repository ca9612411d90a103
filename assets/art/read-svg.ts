import type { Drawing } from './drawing.ts'
import { createDrawingWriter, type DrawingWriter } from './drawing-writer.ts'
import { identity, type Matrix, multiply, readTransform } from './svg-matrix.ts'
import { dotOf, gradientOf, outlineOf } from './svg-shape.ts'
import { collectIds, parseSvg, referred, type SvgNode } from './svg-tree.ts'

/** Turns SVG as the sources write it into the steps of a drawing. @throws TypeError that names what it does not know */
export function readSvg(svg: string): Drawing {
  const root = parseSvg(svg)
  const out = createDrawingWriter()
  const target = { ids: collectIds(root), out }
  for (const child of root.children) paint(child, { matrix: identity, alpha: 1, style: {} }, target)
  return out.steps
}

type Style = Readonly<Record<string, string>>
type Above = { readonly matrix: Matrix; readonly alpha: number; readonly style: Style }
type Target = { readonly ids: ReadonlyMap<string, SvgNode>; readonly out: DrawingWriter }

const inherited = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'fill-opacity']
const definitions = ['clipPath', 'mask', 'linearGradient', 'radialGradient']

function paint(node: SvgNode, above: Above, target: Target): void {
  if (definitions.includes(node.tag)) return
  const { ids, out } = target
  const given = node.attributes
  const style = { ...above.style, ...Object.fromEntries(Object.entries(given).filter(([name]) => inherited.includes(name))) }
  const matrix = given.transform === undefined ? above.matrix : multiply(above.matrix, readTransform(given.transform))
  const alpha = above.alpha * Number(given.opacity ?? 1)
  const mask = referred(given.mask, ids)
  // Things that overlap become paler together, not one through the other.
  const isLayer = mask !== null || (alpha < above.alpha && countPaints(node, style) > 1)
  if (isLayer) out.beginLayer()
  const clip = referred(given['clip-path'], ids)
  if (clip !== null) out.beginClip(matrix, clip.children.map(outlineOf).join(''))
  const inner = { matrix, alpha: isLayer ? 1 : alpha, style }
  if (node.tag === 'g') for (const child of node.children) paint(child, inner, target)
  else paintShape(node, inner, target)
  if (clip !== null) out.endClip()
  if (mask !== null) wipe(mask, matrix, target)
  if (isLayer) out.endLayer(alpha)
}

/** White in a mask keeps, black goes away. */
function wipe(mask: SvgNode, matrix: Matrix, target: Target): void {
  target.out.beginWiping()
  for (const child of mask.children) {
    const { fill } = child.attributes
    if (fill === 'white' || definitions.includes(child.tag)) continue
    if (fill !== 'black') throw new TypeError(`a mask must be of white and black, got ${fill}`)
    paint(child, { matrix, alpha: 1, style: {} }, target)
  }
}

function countPaints(node: SvgNode, above: Style): number {
  if (definitions.includes(node.tag)) return 0
  const style = { ...above, ...node.attributes }
  if (node.tag === 'g') return node.children.reduce((sum, child) => sum + countPaints(child, style), 0)
  return (style.fill === 'none' ? 0 : 1) + ((style.stroke ?? 'none') === 'none' ? 0 : 1)
}

function paintShape(node: SvgNode, { matrix, alpha, style }: Above, { ids, out }: Target): void {
  const { fill = 'black', stroke = 'none' } = style
  const gradient = referred(fill, ids)
  if (gradient !== null) out.paint(matrix, alpha, 'G', outlineOf(node), ...gradientOf(gradient, node))
  else if (fill !== 'none') out.paint(matrix, alpha * Number(style['fill-opacity'] ?? 1), 'F', outlineOf(node), fill)
  if (stroke === 'none') return
  const width = Math.round(Number(style['stroke-width'] ?? 1) * 100) / 100
  const [cap, join] = [style['stroke-linecap'], style['stroke-linejoin']].map((kind) => (kind === 'round' ? 1 : 0))
  const dot = cap === 1 ? dotOf(node, width) : null
  if (dot !== null) out.paint(matrix, alpha, 'F', dot, stroke)
  else out.paint(matrix, alpha, 'S', outlineOf(node), stroke, width, cap, join)
}
