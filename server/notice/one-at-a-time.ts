/** Runs what is given under one key one after the other: who reads a row and writes it again is not overtaken. */
export function createOneAtATime(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const now = (before ?? Promise.resolve()).catch(() => undefined).then(work)
    last.set(key, now)
    try {
      return await now
    } finally {
      if (last.get(key) === now) last.delete(key)
    }
  }
}
