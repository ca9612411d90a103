import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  shows: 'people who sit: each on a seat of their own, facing its way, behind a back that is towards the viewer; one has found none',
  map: 'kukar',
  place: 'waiting-2',
  size: [480, 400],
  zoom: 1.3,
  people: [
    { at: [0, 1.4], facing: 20, look: 'hijab' },
    { at: [-1.5, 0.4], look: 'peci', gesture: 'sit' },
    { at: [-1.5, 0.6], look: 'batik', gesture: 'sit' },
    { at: [1.2, -0.9], look: 'elder', gesture: 'sit' },
    { at: [2.4, 1.3], look: 'curly', gesture: 'sit' },
    { at: [-1.5, 3.6], look: 'ponytail', gesture: 'sit' },
  ],
}
