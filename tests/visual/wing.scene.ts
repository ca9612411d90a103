import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'a wing: its colour, numbers and names over the counters, seats before them',
  map: 'kukar',
  place: 'pajak',
  size: [640, 480],
  people: [{ at: [0, 0], facing: 20, look: 'hijab', name: 'Siti Nurhaliza' }],
}
