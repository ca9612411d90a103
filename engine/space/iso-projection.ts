/** Dimetric 2:1. Screen space: pixels at 1×, x to the right, y down, origin where world (0, 0, 0) is drawn. */

/** Width and height of one tile's diamond (1 m × 1 m of floor), pixels. */
export const tileWidthPx = 64
export const tileHeightPx = 32
/** One metre of height, pixels. */
export const metrePx = 32

/** Screen x of the world point (x, any y, z), metres. */
export const projectX = (x: number, z: number): number => (x - z) * (tileWidthPx / 2)

/** Screen y of the world point (x, y, z), metres; y is height. */
export const projectY = (x: number, y: number, z: number): number => (x + z) * (tileHeightPx / 2) - y * metrePx

/** World x of the ground point (y = 0) drawn at screen (sx, sy). */
export const unprojectX = (sx: number, sy: number): number => sy / tileHeightPx + sx / tileWidthPx

/** World z of the ground point (y = 0) drawn at screen (sx, sy). */
export const unprojectZ = (sx: number, sy: number): number => sy / tileHeightPx - sx / tileWidthPx

/** Painter's order on the ground: the larger is nearer to the viewer and drawn later. */
export const depthOf = (x: number, z: number): number => x + z
