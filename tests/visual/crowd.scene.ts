import type { VisualPerson, VisualScene } from './visual-scene.ts'

/** An even scatter that never repeats, the same on every machine. */
const scatter: VisualPerson[] = Array.from({ length: 60 }, (_, i) => ({
  at: [((i * 0.7549) % 1) * 10 - 5, ((i * 0.5698) % 1) * 7 - 3.5],
  facing: (i * 7) % 32,
  look: (i * 0x9e3779b1) >>> 0,
  is: 'crowd',
}))

export const scene: VisualScene = {
  shows: 'a crowd of whom only the number is known stands back behind those one is told of',
  map: 'kukar',
  place: [22, 27],
  size: [480, 480],
  people: [{ at: [0, 0], facing: 4, look: 'hijab', name: 'Saya' }, { at: [1.5, 0.5], facing: 12, look: 'batik', name: 'Budi' }, ...scatter],
}
