import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'who is called stands in a glowing ring, under a bell; oneself, an officer and somebody who speaks beside',
  map: 'kukar',
  place: [22, 27],
  size: [360, 360],
  zoom: 1.6,
  people: [
    { at: [1.4, 1.4], facing: 20, look: 'hijab', name: 'Saya' },
    { at: [-0.8, -0.8], facing: 4, look: 'peci', name: 'Pak Hasan', is: 'called' },
    { at: [1.6, -1.4], facing: 6, look: 'batik', name: 'Ibu Dewi', is: 'officer' },
    { at: [-1.6, 1.6], facing: 2, look: 'curly', name: 'Yosef', is: 'speaking' },
  ],
}
