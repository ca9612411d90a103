import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'the upper storey alone, in its own background; who is on the other one is not drawn',
  map: 'kukar',
  place: 'usaha',
  size: [720, 480],
  people: [
    { at: [-4, 4], facing: 20, look: 'ponytail', name: 'Lestari' },
    { at: [2, 3], facing: 4, look: 'wheelchair', name: 'Rahma' },
    { at: [-6, -22], facing: 4, look: 'batik', name: 'Di lantai 1' },
  ],
}
