import type { FloorPaint } from '../../../render/index.ts'
import { type Clearance, clearanceAt, type SpaceMap } from '../../../space/index.ts'

/** What can be painted on the floor. */
export type PaintKind = 'zones' | 'grid' | 'interest'

/** Where the painting is for, metres. */
export type Spot = { readonly x: number; readonly z: number }

const zoneColours = [0x2f6db5, 0xb84d22, 0x237a5c, 0x7a4fa3, 0xc23b6b, 0x5c6b2e, 0xb08a3e, 0x3b2a57]
const seeThrough = 0x70
/** The walk grid is painted as far as this around the avatar, metres: all of it would be too many squares. */
const gridReachM = 12
const gridCellM = 0.25
/** No body's middle may be nearer to a solid; and where steps are plain additions, metres. */
const bodyM = 0.25
const freeM = 0.4
const ringStepM = 0.6
const ringSideM = 0.35

/** Collects squares; `colors` as the drawing wants them: alpha, blue, green, red. */
function createPaint(): { add(x: number, z: number, sideM: number, rgb: number): void; done(): FloorPaint } {
  const squares: number[] = []
  const colors: number[] = []
  return {
    add(x, z, sideM, rgb) {
      squares.push(x, z, sideM)
      colors.push(((seeThrough << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | ((rgb >> 16) & 0xff)) >>> 0)
    },
    done: () => ({ squares: Float32Array.from(squares), colors: Uint32Array.from(colors) }),
  }
}

/** Paints what is asked for; null when nothing is. */
export function paintOf(
  kinds: ReadonlySet<PaintKind>,
  map: SpaceMap,
  clearance: Clearance,
  own: Spot | null,
  radiusM: number,
): FloorPaint | null {
  if (kinds.size === 0) return null
  const paint = createPaint()
  if (kinds.has('zones')) paintZones(map, paint)
  if (kinds.has('grid') && own !== null) paintGrid(clearance, own, paint)
  if (kinds.has('interest') && own !== null) paintRing(own, radiusM, paint)
  return paint.done()
}

/** Each kind of zone in a colour of its own; storeys are all of the floor and say nothing. */
function paintZones({ zones }: SpaceMap, paint: ReturnType<typeof createPaint>): void {
  const kinds = [...new Set(zones.map(({ kind }) => kind))]
  for (const { kind, x0, x1, z0, z1 } of zones) {
    if (kind === 'storey') continue
    const colour = zoneColours[kinds.indexOf(kind) % zoneColours.length]
    for (let z = Math.floor(z0); z < z1; z++) for (let x = Math.floor(x0); x < x1; x++) paint.add(x + 0.5, z + 0.5, 1, colour)
  }
}

/** Red where no body fits, amber where walls are asked about, green where a step is plain addition. */
function paintGrid(clearance: Clearance, own: Spot, paint: ReturnType<typeof createPaint>): void {
  const middle = (metres: number): number => (Math.floor(metres / gridCellM) + 0.5) * gridCellM
  for (let z = middle(own.z - gridReachM); z <= own.z + gridReachM; z += gridCellM) {
    for (let x = middle(own.x - gridReachM); x <= own.x + gridReachM; x += gridCellM) {
      const room = clearanceAt(clearance, x, z)
      paint.add(x, z, gridCellM, room < bodyM ? 0xc23b2b : room < freeM ? 0xe9a23b : 0x3f9a5c)
    }
  }
}

function paintRing({ x, z }: Spot, radiusM: number, paint: ReturnType<typeof createPaint>): void {
  const steps = Math.ceil((2 * Math.PI * radiusM) / ringStepM)
  for (let i = 0; i < steps; i++) {
    const turn = (i / steps) * 2 * Math.PI
    paint.add(x + Math.cos(turn) * radiusM, z + Math.sin(turn) * radiusM, ringSideM, 0x2f6db5)
  }
}
