/** White at full strength, as a quad wants it. */
export const white = -1

/**
 * A quad's colour: 0xRRGGBB and an opacity of 0 to 1, turned into the graphics card's word of alpha, blue, green and red. A signed one: larger
 * numbers become objects when they are handed on.
 */
export function packColor(rgb: number, alpha: number): number {
  return (Math.round(alpha * 255) << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | ((rgb >> 16) & 0xff)
}

/** The colour with its opacity times `alpha`, 0 to 1. */
export const fade = (color: number, alpha: number): number => (Math.round((color >>> 24) * alpha) << 24) | (color & 0xffffff)

/** 0xRRGGBB of `#rrggbb`; null for anything else. */
export function readBackground(given: unknown): number | null {
  return typeof given === 'string' && /^#[0-9a-f]{6}$/i.test(given) ? Number.parseInt(given.slice(1), 16) : null
}
