import { createRng, directionX, directionZ } from '@balai/engine/core'
import { createFrameView, pose } from '@balai/engine/snapshot'
import { projectX, projectY } from '@balai/engine/space'

/** 1× pixels that the canvas shows of the projection, and its middle. */
export const sight = { widthPx: 720, heightPx: 1480 }

/** At the pace of a phone that draws this slowly; a walk cycle is over in a dozen frames. */
const stepM = 0.1

/** People who walk about in what is seen and never leave it, on free ground; everybody draws these. */
export function createWalkers(map, count, middle) {
  const random = createRng(5)
  const isSolid = solidCells(map)
  const view = createFrameView(count)
  const isFree = (x, z) => {
    if (Math.abs(projectX(x, z) - middle.x) > sight.widthPx / 2 - 30) return false
    const y = projectY(x, 0, z) - middle.y
    if (y > sight.heightPx / 2 - 10 || y < 70 - sight.heightPx / 2) return false
    return x > 0 && z > 0 && x < map.columns && z < middle.rows && !isSolid(x, z)
  }
  while (view.count < count) {
    const x = random() * map.columns
    const z = random() * middle.rows
    if (!isFree(x, z)) continue
    const i = view.count++
    view.netId[i] = 65_536 + i
    view.look[i] = Math.floor(random() * 2 ** 32)
    view.facing[i] = Math.floor(random() * 32)
    view.pose[i] = pose.walk
    view.x[i] = x
    view.z[i] = z
  }
  return {
    view,
    names: Array.from({ length: count }, (_, i) => `Warga ${i}`),
    step() {
      for (let i = 0; i < view.count; i++) {
        const x = view.x[i] + directionX[view.facing[i]] * stepM
        const z = view.z[i] + directionZ[view.facing[i]] * stepM
        if (!isFree(x, z)) {
          view.facing[i] = (view.facing[i] + 11) % 32
          continue
        }
        view.x[i] = x
        view.z[i] = z
        view.walkedM[i] += stepM
      }
    },
  }
}

/** Looked up, not searched for: what walking costs is in everybody's frames. */
function solidCells({ columns, rows, solids }) {
  const perMetre = 4
  const cells = new Uint8Array(columns * perMetre * rows * perMetre)
  for (const { x0, x1, z0, z1 } of solids) {
    for (let z = Math.floor(z0 * perMetre); z < z1 * perMetre; z++)
      cells.fill(1, z * columns * perMetre + Math.floor(x0 * perMetre), z * columns * perMetre + Math.ceil(x1 * perMetre))
  }
  return (x, z) => cells[Math.floor(z * perMetre) * columns * perMetre + Math.floor(x * perMetre)] === 1
}
