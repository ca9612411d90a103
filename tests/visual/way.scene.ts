import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'the way to a counter, in dots on the floor',
  map: 'kukar',
  place: [22, 30],
  size: [480, 480],
  people: [{ at: [0, 0], facing: 18, look: 'hijab', name: 'Saya' }],
  way: [0, 0, -2, -1, -5.5, -2.5, -7.5, -4.5],
}
