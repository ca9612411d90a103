import type { Rng } from '@balai/engine/core'

/** Uniform in [low, high). */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng()
}

/** Uniform in the logarithm: as many below the geometric mean as above. */
export function logBetween(rng: Rng, low: number, high: number): number {
  return Math.exp(between(rng, Math.log(low), Math.log(high)))
}

/** Log-normal with this mean; `sigma` is the standard deviation of the logarithm. */
export function logNormal(rng: Rng, mean: number, sigma: number): number {
  return mean * Math.exp(sigma * normal(rng) - (sigma * sigma) / 2)
}

export function exponential(rng: Rng, mean: number): number {
  return -mean * Math.log(1 - rng())
}

/** One of the items, by their weights. */
export function pick<Item extends { readonly weight: number }>(rng: Rng, items: readonly Item[]): Item {
  let left = rng() * items.reduce((sum, { weight }) => sum + weight, 0)
  return items.find(({ weight }) => (left -= weight) < 0) ?? items[items.length - 1]
}

/** Box-Muller. */
function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng())
}
