/**
 * A small hall as a Tiled map, for tests: `#` wall, `=` a desk half a tile deep, `s` where people enter,
 * `c` in front of a counter, `.` floor. One character a tile.
 */
export const hallPlan = [
  '####################',
  '#..................#',
  '#....==......##....#',
  '#....cc......##....#',
  '#..................#',
  '#........#.........#',
  '#........#.........#',
  '#........#....==...#',
  '#........#....cc...#',
  '#..................#',
  '#...ssss...........#',
  '#...ssss...........#',
  '#..................#',
  '####################',
]

type PlanObject = { id: number; name: string; type: string; x: number; y: number; width: number; height: number; properties: unknown[] }

/** The plan as the JSON that Tiled would save. */
export function tiledHall(plan: readonly string[] = hallPlan): Record<string, unknown> {
  const rows = plan.length
  const columns = plan[0].length
  const floor: number[] = []
  const standing: number[] = []
  for (const line of plan) {
    for (const mark of line) {
      floor.push(1)
      standing.push(mark === '#' ? 2 : mark === '=' ? 3 : 0)
    }
  }
  const layer = (id: number, name: string, kind: string, data: number[]) => ({
    id,
    name,
    type: 'tilelayer',
    width: columns,
    height: rows,
    x: 0,
    y: 0,
    visible: true,
    opacity: 1,
    data,
    properties: [{ name: 'kind', type: 'string', value: kind }],
  })
  const tile = (id: number, frame: string, height: number, boxes: string, wall: boolean) => ({
    id,
    image: `${frame}.png`,
    imagewidth: 64,
    imageheight: 32,
    properties: [
      { name: 'frame', type: 'string', value: frame },
      { name: 'height', type: 'float', value: height },
      { name: 'boxes', type: 'string', value: boxes },
      { name: 'wall', type: 'bool', value: wall },
    ],
  })
  return {
    type: 'map',
    version: '1.10',
    tiledversion: '1.11.0',
    orientation: 'isometric',
    renderorder: 'right-down',
    infinite: false,
    width: columns,
    height: rows,
    tilewidth: 64,
    tileheight: 32,
    nextlayerid: 4,
    nextobjectid: 10,
    properties: [],
    tilesets: [
      {
        firstgid: 1,
        name: 'hall',
        tilewidth: 64,
        tileheight: 96,
        tilecount: 3,
        columns: 0,
        margin: 0,
        spacing: 0,
        tiles: [
          tile(0, 'floor/stone', 0, '', false),
          tile(1, 'wall/stone', 2.25, '0 0 1 1 2.25', true),
          tile(2, 'prop/desk', 0.8, '0 0 1 0.5 0.8', false),
        ],
      },
    ],
    layers: [
      layer(1, 'floor', 'floor', floor),
      layer(2, 'standing', 'standing', standing),
      { id: 3, name: 'zones', type: 'objectgroup', x: 0, y: 0, visible: true, opacity: 1, draworder: 'topdown', objects: zonesOf(plan) },
    ],
  }
}

function zonesOf(plan: readonly string[]): PlanObject[] {
  const objects: PlanObject[] = []
  const seen = new Set<string>()
  plan.forEach((line, row) => {
    ;[...line].forEach((mark, column) => {
      if (!'sc'.includes(mark) || seen.has(`${column},${row}`)) return
      let width = 0
      while (plan[row][column + width] === mark) width += 1
      let height = 0
      while (plan[row + height]?.[column] === mark) height += 1
      for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) seen.add(`${column + c},${row + r}`)
      const number = objects.length
      objects.push({
        id: number + 1,
        name: `${mark}${number}`,
        type: mark === 's' ? 'start' : 'counter',
        x: column * 32,
        y: row * 32,
        width: width * 32,
        height: height * 32,
        properties:
          mark === 'c'
            ? [
                { name: 'counter', type: 'string', value: `loket-${number}` },
                { name: 'tenant', type: 'string', value: 'disdukcapil' },
              ]
            : [],
      })
    })
  })
  return objects
}
