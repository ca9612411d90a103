/** The five directions that pictures exist for: where the face points on the screen. West is east mirrored. */
export const screenDirections = ['s', 'se', 'e', 'ne', 'n'] as const
export type ScreenDirection = (typeof screenDirections)[number]

// By eighths of a turn from world +x, which runs down-right on the screen, towards +z, which runs down-left.
const indexOfOctant = Uint8Array.of(1, 0, 1, 2, 3, 4, 3, 2)
const mirroredOctant = Uint8Array.of(0, 0, 1, 1, 1, 0, 0, 0)

// Sectors of 45° in the world, not on the flattened screen: a face along a tile's edge is diagonal in the picture.
const octantOf = (facing: number): number => ((facing + 2) >> 2) & 7

/** Index into `screenDirections` of a world direction (0 to 31). */
export const directionIndexOf = (facing: number): number => indexOfOctant[octantOf(facing)]

/** True when the picture of that direction is to be mirrored left to right. */
export const isMirrored = (facing: number): boolean => mirroredOctant[octantOf(facing)] === 1
