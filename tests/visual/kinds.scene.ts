import type { VisualScene } from './visual-scene.ts'

const looks = ['hijab', 'peci', 'batik', 'ponytail', 'curly', 'elder', 'wheelchair', 'parent']

export const scene: VisualScene = {
  shows: 'everybody whom one can be without choosing long, and who waves and points',
  map: 'kukar',
  place: [22, 27],
  size: [480, 480],
  zoom: 2,
  people: [
    ...looks.map((look, i) => ({ at: [(i % 4) * 1.2 - 1.8, Math.floor(i / 4) * 1.5 - 1.8] as const, facing: 4, look })),
    ...(['wave', 'point'] as const).map((gesture, i) => ({ at: [i * 1.4 - 0.7, 1.4] as const, facing: 4, look: 'batik', gesture })),
  ],
}
