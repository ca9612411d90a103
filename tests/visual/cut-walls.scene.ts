import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'walls between the viewer and their avatar are cut low, the others stay whole; plain shapes, as a place without art has them',
  map: {
    plan: [
      '..................',
      '.######....######.',
      '.#....#....#....#.',
      '.#....#....#....#.',
      '.#....######....#.',
      '.#..............#.',
      '.######.==.######.',
      '.......ss.........',
    ],
  },
  place: [8.5, 5.2],
  size: [640, 400],
  people: [
    { at: [0, 0], facing: 20, look: 3 },
    { at: [-5, -1.5], facing: 0, look: 5 },
    { at: [4.5, -1.5], facing: 12, look: 9 },
  ],
}
