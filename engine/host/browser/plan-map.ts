/** What a letter of a plan stands for. */
export type PlanMark = {
  /** What stands there: its name in a theme, its height in metres, and whether one can walk through. */
  readonly frame?: string
  readonly heightM?: number
  readonly isSolid?: boolean
  /** One can sit on it, looking to the north (up right on the screen), east, south or west. */
  readonly seat?: 'n' | 'e' | 's' | 'w'
  /** Kind of the zone that a block of this letter is. */
  readonly zone?: string
}

const defaultMarks: Readonly<Record<string, PlanMark>> = {
  '.': {},
  '#': { frame: 'wall', heightM: 2.2, isSolid: true },
  '=': { frame: 'table', heightM: 0.8, isSolid: true },
  s: { zone: 'start' },
}

const tileWidth = 64
const tileHeight = 32

/**
 * A map drawn with letters, one for each tile of 1 m × 1 m, as the JSON that Tiled would save: `#` wall, `=` table, `.` floor, `s` where
 * people come in; `marks` has more. For a first program and for tests: a real place is drawn with Tiled.
 * @throws TypeError when lines differ in length or a letter has no meaning
 */
export function planMap(plan: readonly string[], marks: Readonly<Record<string, PlanMark>> = {}): Record<string, unknown> {
  const width = plan[0]?.length ?? 0
  const meanings = { ...defaultMarks, ...marks }
  const standing = Object.values(meanings).filter((mark) => mark.frame !== undefined)
  const things: number[] = []
  plan.forEach((line, row) => {
    if (line.length !== width) throw new TypeError(`plan[${row}] must have ${width} letters like the first line, got ${line.length}`)
    for (const letter of line) {
      const mark = meanings[letter]
      if (mark === undefined) throw new TypeError(`plan[${row}] has '${letter}', which means nothing: add it to marks`)
      things.push(mark.frame === undefined ? 0 : standing.indexOf(mark) + 2)
    }
  })
  const size = { width, height: plan.length }
  const kinds = [{ frame: 'floor' }, ...standing]
  return {
    type: 'map',
    orientation: 'isometric',
    infinite: false,
    ...size,
    tilewidth: tileWidth,
    tileheight: tileHeight,
    properties: [],
    tilesets: [{ firstgid: 1, name: 'plan', tiles: kinds.map((kind, id) => ({ id, properties: propertiesOf(kind) })) }],
    layers: [
      { ...size, type: 'tilelayer', name: 'floor', data: things.map(() => 1), properties: [textProperty('kind', 'floor')] },
      { ...size, type: 'tilelayer', name: 'things', data: things, properties: [textProperty('kind', 'standing')] },
      { type: 'objectgroup', name: 'zones', objects: zonesOf(plan, meanings) },
    ],
  }
}

const textProperty = (name: string, value: string): object => ({ name, type: 'string', value })

function propertiesOf({ frame = '', heightM = 0, isSolid = false, seat }: PlanMark): object[] {
  return [
    textProperty('frame', frame),
    { name: 'height', type: 'float', value: heightM },
    textProperty('boxes', isSolid ? `0 0 1 1 ${heightM}` : ''),
    { name: 'wall', type: 'bool', value: isSolid && heightM > 1.5 },
    ...(seat === undefined ? [] : [textProperty('seat', seat)]),
  ]
}

/** A rectangle of one letter is one zone. */
function zonesOf(plan: readonly string[], meanings: Readonly<Record<string, PlanMark>>): object[] {
  const zones: object[] = []
  const taken = new Set<string>()
  plan.forEach((line, row) => {
    ;[...line].forEach((letter, column) => {
      const kind = meanings[letter].zone
      if (kind === undefined || taken.has(`${column},${row}`)) return
      let width = 1
      while (line[column + width] === letter) width += 1
      let height = 1
      while (plan[row + height]?.slice(column, column + width) === letter.repeat(width)) height += 1
      for (let r = row; r < row + height; r++) for (let c = column; c < column + width; c++) taken.add(`${c},${r}`)
      const [x, y, w, h] = [column, row, width, height].map((tiles) => tiles * tileHeight)
      zones.push({ id: zones.length + 1, name: `${kind} ${zones.length + 1}`, type: kind, x, y, width: w, height: h })
    })
  })
  return zones
}
