import type { Drawing } from './drawing.ts'
import { createDrawingWriter, type DrawingWriter, type WrittenDrawing } from './drawing-writer.ts'
import { identity, type Matrix, multiply, readTransform } from './svg-matrix.ts'
import { dotOf, gradientOf, outlineOf } from './svg-shape.ts'
import { collectIds, parseSvg, referred, type SvgNode } from './svg-tree.ts'

/**
 * Turns SVG as the sources write it into the steps of a drawing. A group with `data-part` becomes a call of that part, whose steps go into
 * `parts`, its `data-colours` numbered −1, −2 …
 * @throws TypeError that names what it does not know
 */
export function readSvg(svg: string, parts: Map<string, Drawing> = new Map()): WrittenDrawing {
  const root = parseSvg(svg)
  return readNodes(root.children, collectIds(root), parts)
}

function readNodes(nodes: readonly SvgNode[], ids: Target['ids'], parts: Map<string, Drawing>): WrittenDrawing {
  const out = createDrawingWriter()
  for (const node of nodes) paint(node, { matrix: identity, alpha: 1, style: {} }, { ids, out, parts })
  return out.steps
}

type Style = Readonly<Record<string, string>>
type Above = { readonly matrix: Matrix; readonly alpha: number; readonly style: Style }
type Target = { readonly ids: ReadonlyMap<string, SvgNode>; readonly out: DrawingWriter; readonly parts: Map<string, Drawing> }

const inherited = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'fill-opacity']
const definitions = ['clipPath', 'mask', 'linearGradient', 'radialGradient']

function paint(node: SvgNode, above: Above, target: Target): void {
  if (definitions.includes(node.tag)) return
  const { ids, out } = target
  const given = node.attributes
  const style = { ...above.style, ...Object.fromEntries(Object.entries(given).filter(([name]) => inherited.includes(name))) }
  const matrix = given.transform === undefined ? above.matrix : multiply(above.matrix, readTransform(given.transform))
  const alpha = above.alpha * Number(given.opacity ?? 1)
  if (given['data-part'] !== undefined) return callPart(node, { matrix, alpha }, target)
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

/** Steps that hold within a part, where matrix and opacity begin anew. */
const partSteps = new Set(['m', 'F', 'S', 'G', 'C', 'R'])

function callPart(
  { attributes, children }: SvgNode,
  { matrix, alpha }: Pick<Above, 'matrix' | 'alpha'>,
  { ids, out, parts }: Target,
): void {
  const name = attributes['data-part']
  const colours = attributes['data-colours'].split(' ')
  if (new Set(colours).size !== colours.length || alpha !== 1)
    throw new TypeError(`the part '${name}' must be given colours that differ and no opacity, got ${colours.join(' ')} and ${alpha}`)
  const written = readNodes(children, ids, parts)
  const part = written.map((value) => {
    if (typeof value === 'string' && /^[a-zA-Z]$/.test(value) && !partSteps.has(value))
      throw new TypeError(`the part '${name}' holds the step '${value}': it may only fill, stroke and clip`)
    if (typeof value !== 'string' || !value.startsWith('#')) return value
    if (!colours.includes(value)) throw new TypeError(`the part '${name}' is drawn in ${value}, which it was not given`)
    return -1 - colours.indexOf(value)
  })
  const known = parts.get(name)
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(part))
    throw new TypeError(`the part '${name}' is drawn in two ways in one theme`)
  parts.set(name, part)
  out.paint(matrix, 1, 'U', name, colours.length, ...colours)
}

/** White in a mask keeps, black goes away. */
function wipe(mask: SvgNode, matrix: Matrix, target: Target): void {
  target.out.beginWiping()
  for (const child of mask.children) {
    const { fill } = child.attributes
    if (fill === 'white' || definitions.includes(child.tag)) continue
    if (fill !== 'black') throw new TypeError(`a mask must be of white and black, got ${fill}`)
    paint({ ...child, attributes: { ...child.attributes, fill: '#000000' } }, { matrix, alpha: 1, style: {} }, target)
  }
}

function countPaints(node: SvgNode, above: Style): number {
  if (definitions.includes(node.tag)) return 0
  const style = { ...above, ...node.attributes }
  if (node.tag === 'g') return node.children.reduce((sum, child) => sum + countPaints(child, style), 0)
  return (style.fill === 'none' ? 0 : 1) + ((style.stroke ?? 'none') === 'none' ? 0 : 1)
}

/** Strokes of one straight piece each: nothing in them could be filled. */
const straights = /^(M[^A-Za-z]+[LHVlhv][^A-Za-z]+)+$/

function paintShape(node: SvgNode, { matrix, alpha, style }: Above, { ids, out }: Target): void {
  const { stroke = 'none' } = style
  const fill = style.fill ?? (stroke !== 'none' && straights.test(node.attributes.d ?? '') ? 'none' : null)
  if (fill === null) throw new TypeError(`<${node.tag}> ${node.attributes.d ?? ''} must say its fill: SVG's own is black`)
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
