/** White at full strength, as a quad wants it. */
export const white = 0xffffffff

/** A quad's colour: 0xRRGGBB and an opacity of 0 to 1, turned into Pixi's alpha-blue-green-red word. */
export function packColor(rgb: number, alpha: number): number {
  return ((Math.round(alpha * 255) << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | ((rgb >> 16) & 0xff)) >>> 0
}

/** The colour with its opacity times `alpha`, 0 to 1. */
export const fade = (color: number, alpha: number): number => ((Math.round((color >>> 24) * alpha) << 24) | (color & 0xffffff)) >>> 0
