import type { VisualPerson, VisualScene } from './visual-scene.ts'

const names = [
  'Siti Nurhaliza',
  'Budi',
  'I Gusti Ayu Ngurah Rai Wiranata',
  'Yosef',
  'Rahma',
  'Dewi',
  'Karto',
  'Lestari',
  'Ahmad',
  'Maria',
  'Hasan',
  'Putri',
]
const people: VisualPerson[] = names.map((name, i) => ({
  at: [(i % 4) * 1.1 - 1.6, Math.floor(i / 4) * 0.9 - 0.9],
  facing: 4,
  look: (i * 0x9e3779b1) >>> 0,
  name,
}))

export const scene: VisualScene = {
  shows: 'names of people who stand close: the own one always, no name on another',
  map: 'kukar',
  place: [22, 28],
  size: [360, 420],
  people,
}
