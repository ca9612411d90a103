import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'the hall that all other regions share, in the colours of Kendari',
  map: 'plain',
  theme: 'kendari',
  place: 'start',
  size: [640, 480],
  people: [{ at: [0, -2], facing: 20, look: 'batik', name: 'La Ode' }],
}
