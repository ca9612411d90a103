import { tiledMap } from './space/sample-map.ts'

/** Two storeys side by side: stairs up at (9.5, 1.5), and down at (12.5, 1.5). */
export const mapWithStairs = () =>
  tiledMap(
    [
      '#######################',
      '#.......#.##.#........#',
      '#.........##..........#',
      '#.........##..........#',
      '#.........##..........#',
      '#.........##..........#',
      '#.........##..........#',
      '#######################',
    ],
    [
      { kind: 'start', name: 'door', column: 2, row: 4, width: 2, depth: 2 },
      { kind: 'storey', name: 'ground', column: 0, row: 0, width: 11, depth: 8 },
      { kind: 'storey', name: 'upper', column: 11, row: 0, width: 12, depth: 8 },
      { kind: 'portal', name: 'up', column: 9, row: 1, properties: { to: 'top' } },
      { kind: 'portal', name: 'down', column: 12, row: 1, properties: { to: 'bottom' } },
      { kind: 'landing', name: 'top', column: 14, row: 3 },
      { kind: 'landing', name: 'bottom', column: 7, row: 3 },
      { kind: 'counter', name: 'above', column: 19, row: 5 },
    ],
  )
