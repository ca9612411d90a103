import type { TextureSource, ViewContainer } from 'pixi.js'
import type { Picture } from './picture.ts'
import { createQuadMesh } from './quad-mesh.ts'
import { createPen, type Pen, writeQuad } from './quad-words.ts'

/** Takes pictures from the farthest to the nearest: move its pen (`movePen`), then put. */
export type QuadSink = {
  readonly pen: Pen
  put(picture: Picture, color: number): void
}

/** A painter's list, written anew for every frame: pictures of one sheet in the order they are put, drawn in one call. */
export type Quads = QuadSink & {
  readonly container: ViewContainer
  /** Pictures in the list. */
  readonly count: number
  begin(): void
  end(): void
  destroy(): void
}

const firstCapacity = 64

export function createQuads(source: TextureSource): Quads {
  const mesh = createQuadMesh(source, firstCapacity)
  let { floats, words } = mesh.words
  let capacity = firstCapacity
  let count = 0
  const pen = createPen()
  return {
    pen,
    container: mesh.container,
    get count() {
      return count
    },
    begin() {
      count = 0
    },
    put(picture, color) {
      if (count === capacity) {
        capacity *= 2
        mesh.resize(capacity)
        ;({ floats, words } = mesh.words)
      }
      writeQuad(floats, words, count++, picture, pen, color)
    },
    end() {
      mesh.touch(0, count)
      mesh.show(0, count)
    },
    destroy: mesh.destroy,
  }
}
