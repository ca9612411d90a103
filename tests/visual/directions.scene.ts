import type { VisualPerson, VisualScene } from './visual-scene.ts'

const around = (radius: number, more: Partial<VisualPerson>): VisualPerson[] =>
  Array.from({ length: 8 }, (_, i) => {
    const turn = (i * Math.PI) / 4
    return { at: [radius * Math.cos(turn), radius * Math.sin(turn)], facing: i * 4, ...more }
  })

export const scene: VisualScene = {
  shows: 'people close by, looking outwards in all eight directions: standing in the inner ring, walking in the outer one',
  map: 'kukar',
  place: [22, 27],
  size: [480, 480],
  zoom: 2.2,
  people: [{ at: [0, 0], facing: 4, look: 'peci' }, ...around(1.1, { look: 'batik' }), ...around(2.1, { look: 'ponytail', walks: true })],
}
