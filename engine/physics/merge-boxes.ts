type Box = { readonly x0: number; readonly z0: number; readonly x1: number; readonly z1: number; readonly heightM: number }

/**
 * Joins boxes of one height that share a whole edge (or lie inside one another along it) into fewer, larger ones.
 * A capsule sliding along a wall of many tiles would otherwise catch on their seams; fewer boxes are also faster.
 * The result covers the same ground; its order depends on the boxes alone, not on the order they came in.
 */
export function mergeBoxes(boxes: readonly Box[]): Box[] {
  return joinAlongZ(joinAlongX(boxes))
}

function joinAlongX(boxes: readonly Box[]): Box[] {
  const sorted = boxes.toSorted((a, b) => a.heightM - b.heightM || a.z0 - b.z0 || a.z1 - b.z1 || a.x0 - b.x0 || a.x1 - b.x1)
  const joined: Box[] = []
  for (const box of sorted) {
    const last = joined.at(-1)
    const joins = last && last.heightM === box.heightM && last.z0 === box.z0 && last.z1 === box.z1 && box.x0 <= last.x1
    if (joins) joined[joined.length - 1] = { ...last, x1: Math.max(last.x1, box.x1) }
    else joined.push(box)
  }
  return joined
}

const turned = (box: Box): Box => ({ x0: box.z0, z0: box.x0, x1: box.z1, z1: box.x1, heightM: box.heightM })

const joinAlongZ = (boxes: readonly Box[]): Box[] => joinAlongX(boxes.map(turned)).map(turned)
