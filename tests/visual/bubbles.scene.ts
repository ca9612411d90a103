import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'ready phrases: none on another, the nearest first, names where there is still room',
  map: 'kukar',
  place: [22, 27],
  size: [480, 480],
  people: [
    { at: [0, 0], facing: 4, look: 'hijab', name: 'Saya', gesture: 'ask' },
    { at: [-1, -1.4], facing: 4, look: 'peci', name: 'Pak Hasan', gesture: 'thank' },
    { at: [0.4, -1.4], facing: 8, look: 'batik', name: 'Budi', gesture: 'ask' },
    { at: [2.4, 1.4], facing: 12, look: 'curly', name: 'Yosef', gesture: 'ask' },
    { at: [-2.4, 2.2], facing: 0, look: 'elder', name: 'Mbah Karto', gesture: 'thank', is: 'speaking' },
    { at: [-2.2, 2.4], facing: 0, look: 'parent', name: 'Rina', gesture: 'ask' },
  ],
}
