import { walk } from './walk.ts'

/** The same walk in a page; the test calls it by this name. */
Object.assign(globalThis, {
  walkHere: (seed: number, ticks: number, odd: boolean) => walk(seed, ticks, (person) => !odd || person % 2 === 1),
})
