import { Buffer, BufferUsage, Geometry, ViewContainer, type TextureSource } from 'pixi.js'
import { bytesAQuad, bytesAVertex, createQuadWords, type QuadWords } from './quad-words.ts'

/** Quads of one sheet on the graphics card, drawn in one call in the order they lie. */
export type QuadMesh = {
  readonly container: ViewContainer
  /** To write into; `resize` makes new ones. */
  readonly words: QuadWords
  readonly capacity: number
  /** Says which quads were written since, so that no others are sent. */
  touch(first: number, end: number): void
  /** What is drawn from now on: `count` quads from `first` on. */
  show(first: number, count: number): void
  /** Room for so many; what was written stays as far as there is room. */
  resize(capacity: number): void
  destroy(): void
}

/** Vertices that two bytes can number. */
const mostSmallQuads = 16_384

/** What the pipe draws: see `quad-pipe.ts`. */
export class QuadView extends ViewContainer {
  override readonly renderPipeId = 'quads'
  readonly batched = false
  readonly source: TextureSource
  readonly vertices: Buffer
  readonly indices: Buffer
  readonly geometry: Geometry
  first = 0
  count = 0
  touchedFrom = 0
  touchedTo = 0

  constructor(source: TextureSource, quads: QuadWords, capacity: number) {
    super({})
    this.source = source
    this.vertices = new Buffer({ data: quads.floats, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST, shrinkToFit: false })
    this.indices = new Buffer({ data: indicesOf(capacity), usage: BufferUsage.INDEX | BufferUsage.STATIC, shrinkToFit: false })
    const vertex = { buffer: this.vertices, stride: bytesAVertex }
    this.geometry = new Geometry({
      attributes: {
        aPosition: { ...vertex, format: 'float32x2', offset: 0 },
        aPlace: { ...vertex, format: 'unorm16x2', offset: 8 },
        aColor: { ...vertex, format: 'unorm8x4', offset: 12 },
      },
      indexBuffer: this.indices,
    })
  }

  protected override updateBounds(): void {
    // Nobody asks how large it is.
  }

  override destroy(): void {
    super.destroy()
    this.geometry.destroy()
    this.vertices.destroy()
    this.indices.destroy()
  }
}

export function createQuadMesh(source: TextureSource, firstCapacity: number): QuadMesh {
  let capacity = Math.max(1, firstCapacity)
  let words = createQuadWords(capacity)
  const view = new QuadView(source, words, capacity)
  return {
    container: view,
    get words() {
      return words
    },
    get capacity() {
      return capacity
    },
    touch(first, end) {
      if (end <= first) return
      const isFirst = view.touchedTo === view.touchedFrom
      view.touchedFrom = isFirst ? first : Math.min(view.touchedFrom, first)
      view.touchedTo = isFirst ? end : Math.max(view.touchedTo, end)
    },
    show(first, count) {
      view.first = first
      view.count = count
    },
    resize(newCapacity) {
      const before = words
      capacity = Math.max(1, newCapacity)
      words = createQuadWords(capacity)
      words.words.set(before.words.subarray(0, words.words.length))
      view.vertices.data = words.floats
      view.indices.data = indicesOf(capacity)
      view.touchedFrom = 0
      view.touchedTo = capacity
    },
    destroy: () => view.destroy(),
  }
}

/** Bytes of the quads that were touched, and the first of those, for the graphics card. */
export const touchedBytes = (view: QuadView): number => (view.touchedTo - view.touchedFrom) * bytesAQuad
export const touchedOffset = (view: QuadView): number => view.touchedFrom * bytesAQuad

/** Two triangles a quad. */
function indicesOf(quads: number): Uint16Array | Uint32Array {
  const indices = quads <= mostSmallQuads ? new Uint16Array(quads * 6) : new Uint32Array(quads * 6)
  for (let quad = 0, at = 0, corner = 0; quad < quads; quad++, at += 6, corner += 4) {
    indices[at] = corner
    indices[at + 1] = corner + 1
    indices[at + 2] = corner + 2
    indices[at + 3] = corner
    indices[at + 4] = corner + 2
    indices[at + 5] = corner + 3
  }
  return indices
}
