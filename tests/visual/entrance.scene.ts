import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'what one sees who has just come in, on a phone',
  map: 'kukar',
  place: 'start',
  size: [360, 740],
  people: [
    { at: [0, 0], facing: 20, look: 'hijab', name: 'Siti Nurhaliza' },
    { at: [-3, -2], facing: 4, look: 'elder' },
    { at: [2, -4], facing: 12, look: 'parent', name: 'Rina' },
  ],
}
