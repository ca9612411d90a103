/** Await it between the pieces of a long work: on a page it lets other work in when this one has had the thread for a while. */
export type Breath = () => Promise<void>

/** A tenth of what people notice, and far below what a browser calls a long task, ms. */
const sliceMs = 12

/** @param isNeeded false in a worker, where nothing else waits */
export function createBreath(isNeeded: boolean): Breath {
  let sinceMs = performance.now()
  return async () => {
    if (!isNeeded || performance.now() - sinceMs < sliceMs) return
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    sinceMs = performance.now()
  }
}
