/** A box standing on the floor, seen from above, metres. */
export type PlanBox = { readonly x0: number; readonly z0: number; readonly x1: number; readonly z1: number }
export type PlanPoint = { readonly x: number; readonly z: number }

/** Longer boxes cost the contact search in float32 its last digits. Metres. */
const longestM = 8

/**
 * The same ground covered by fewer boxes: those that meet or overlap along a whole side become one. Exact, and in an order
 * that does not depend on that of `boxes`.
 */
export function mergeBoxes(boxes: readonly PlanBox[]): PlanBox[] {
  let merged: readonly PlanBox[] = boxes
  for (;;) {
    const again = mergeAlongX(mergeAlongX(merged).map(turned)).map(turned)
    if (again.length === merged.length) return again
    merged = again
  }
}

function mergeAlongX(boxes: readonly PlanBox[]): PlanBox[] {
  const merged: PlanBox[] = []
  for (const box of [...boxes].sort((a, b) => a.z0 - b.z0 || a.z1 - b.z1 || a.x0 - b.x0 || a.x1 - b.x1)) {
    const last = merged.at(-1)
    const x1 = Math.max(box.x1, last?.x1 ?? box.x1)
    const isOn = last?.z0 === box.z0 && last.z1 === box.z1 && box.x0 <= last.x1
    if (isOn && (x1 - last.x0 <= longestM || x1 === last.x1)) merged[merged.length - 1] = { ...last, x1 }
    else merged.push({ x0: box.x0, z0: box.z0, x1: box.x1, z1: box.z1 })
  }
  return merged
}

const turned = ({ x0, z0, x1, z1 }: PlanBox): PlanBox => ({ x0: z0, z0: x0, x1: z1, z1: x1 })

/** Boxes all around a place, outside of it, for its border. */
export function borderBoxes(columns: number, rows: number): PlanBox[] {
  const boxes: PlanBox[] = []
  for (let at = -1; at < columns + 1; at += longestM) {
    const x1 = Math.min(at + longestM, columns + 1)
    boxes.push({ x0: at, z0: -1, x1, z1: 0 }, { x0: at, z0: rows, x1, z1: rows + 1 })
  }
  for (let at = -1; at < rows + 1; at += longestM) {
    const z1 = Math.min(at + longestM, rows + 1)
    boxes.push({ x0: -1, z0: at, x1: 0, z1 }, { x0: columns, z0: at, x1: columns + 1, z1 })
  }
  return boxes
}

/** Those corners of the boxes that stick out: where corners of several boxes meet, walls run on or an inner corner is. */
export function outerCorners(boxes: readonly PlanBox[]): PlanPoint[] {
  const corners = new Map<string, { x: number; z: number; quadrant: number }>()
  for (const { x0, z0, x1, z1 } of boxes) {
    for (const [quadrant, x, z] of [[0, x0, z0] as const, [1, x1, z0] as const, [2, x0, z1] as const, [3, x1, z1] as const]) {
      const key = `${x} ${z}`
      const known = corners.get(key)
      if (known === undefined) corners.set(key, { x, z, quadrant })
      else if (known.quadrant !== quadrant) known.quadrant = -1
    }
  }
  return [...corners.values()].filter(({ quadrant }) => quadrant >= 0)
}
