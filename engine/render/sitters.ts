/** Those who want to sit in this frame, by index into the FrameView, the lowest netId first. */
export type Sitters = {
  readonly count: number
  readonly order: Uint16Array
  clear(): void
  add(index: number, netId: number): void
}

/** More than a snapshot holds people. */
const most = 512

export function createSitters(): Sitters {
  const order = new Uint16Array(most)
  const netIds = new Uint32Array(most)
  let count = 0
  return {
    order,
    get count() {
      return count
    },
    clear() {
      count = 0
    },
    add(index, netId) {
      if (count === most) return
      let at = count++
      for (; at > 0 && netIds[at - 1] > netId; at--) {
        order[at] = order[at - 1]
        netIds[at] = netIds[at - 1]
      }
      order[at] = index
      netIds[at] = netId
    },
  }
}
