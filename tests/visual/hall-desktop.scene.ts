import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'the middle of the hall on a desktop',
  map: 'kukar',
  place: 'reception',
  size: [1024, 640],
  people: [
    { at: [0, -5.5], facing: 20, look: 'batik', name: 'Budi Santoso' },
    { at: [-5, -3], facing: 0, look: 'wheelchair', name: 'Rahma' },
    { at: [4, -7], facing: 10, look: 'curly' },
    { at: [1, 4], facing: 22, look: 'parent', walks: true },
  ],
}
