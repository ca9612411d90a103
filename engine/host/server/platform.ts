/** What Node and every other server runtime has; named here because the folders without an environment know none of it. */
export type Platform = {
  readonly performance: { now(): number }
  readonly crypto: { getRandomValues(into: BigUint64Array): BigUint64Array }
  readonly setInterval: (call: () => void, ms: number) => unknown
  readonly clearInterval: (timer: unknown) => void
}

export const platform = globalThis as unknown as Platform
