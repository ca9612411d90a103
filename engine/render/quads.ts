import { ParticleContainer, Rectangle, Texture, type IParticle, type TextureSource } from 'pixi.js'
import type { Picture } from './atlas.ts'
import { white } from './color.ts'

/** A painter's list: pictures of one sheet in the order they are put, drawn in one call. */
export type Quads = {
  readonly container: ParticleContainer
  /** Pictures in the list. */
  readonly count: number
  begin(): void
  /** Positional and seven long because it runs some thousand times a frame and must leave no garbage. */
  put(picture: Picture, x: number, y: number, scaleX: number, scaleY: number, color: number): void
  end(): void
  destroy(): void
}

// The list grows and shrinks in steps, padded with quads of no size: a resized array each frame would be garbage.
const step = 64

/** Creates a list for a sheet. `isStatic`: written once and kept on the graphics card. */
export function createQuads(source: TextureSource, isStatic: boolean): Quads {
  const isDynamic = !isStatic
  const container = new ParticleContainer({
    texture: new Texture({ source }),
    dynamicProperties: { vertex: isDynamic, position: isDynamic, uvs: isDynamic, color: isDynamic, rotation: false },
  })
  const empty = new Texture({ source, frame: new Rectangle(0, 0, 1, 1) })
  const pool: IParticle[] = []
  const drawn = container.particleChildren
  let count = 0

  const grow = (): IParticle => {
    const quad: IParticle = { x: 0, y: 0, scaleX: 0, scaleY: 0, anchorX: 0, anchorY: 0, rotation: 0, color: white, texture: empty }
    pool.push(quad)
    return quad
  }

  return {
    container,
    get count() {
      return count
    },
    begin() {
      count = 0
    },
    put(picture, x, y, scaleX, scaleY, color) {
      const quad = count < pool.length ? pool[count] : grow()
      count++
      quad.texture = picture.texture
      quad.anchorX = picture.anchorX
      quad.anchorY = picture.anchorY
      quad.x = x
      quad.y = y
      quad.scaleX = scaleX
      quad.scaleY = scaleY
      quad.color = color
    },
    end() {
      const size = isStatic ? count : Math.ceil(count / step) * step
      while (pool.length < size) grow()
      for (let i = count; i < size; i++) pool[i].scaleX = pool[i].scaleY = 0
      const isResized = drawn.length !== size
      if (drawn.length > size) drawn.length = size
      for (let i = drawn.length; i < size; i++) drawn.push(pool[i])
      // Also for a dynamic list: what never changes (the rotation) must be there for the new quads.
      if (isStatic || isResized) container.update()
    },
    destroy() {
      container.destroy()
      empty.destroy()
    },
  }
}
