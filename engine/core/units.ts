/** The fixed rate of every simulation, server and client. */
export const ticksPerSecond = 20
/** Length of one tick in milliseconds. */
export const tickMs = 1000 / ticksPerSecond
/** Length of one tick in seconds. */
export const tickSeconds = 1 / ticksPerSecond
/** Radius of the upright capsule that stands for a person, metres. */
export const avatarRadiusM = 0.25
/** Whole height of that capsule, metres. */
export const avatarHeightM = 1.5
/** Room that paths keep from solids, metres: a little more than a person, so that physics never catches on a corner. */
export const pathRadiusM = 0.3
