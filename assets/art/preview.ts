import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { peopleArt } from './people-art.ts'
import { themes } from './palette.ts'
import { type Canvas, createCanvas, drawPictures, putPicture } from './preview-canvas.ts'

/**
 * Run: node assets/art/preview.ts <out.png> [map] [view] [storey] [theme]. Draws a storey of a map with some people as the stage does: floor
 * layers, then things and people by depth, then signs. view: `all`, or `x,z,width,height,zoom,ratio` (metres, CSS pixels, CSS pixels
 * for one at 1×, device pixels), the viewer's own avatar at x, z. storey: its zone's name, else the first.
 */
const [out, mapName = 'kukar', view = 'all', storeyName = '', themeName = ''] = process.argv.slice(2)
if (!out) throw new TypeError('the first argument must be the path of the PNG to write')

type Property = { name: string; value: string | number | boolean }
type Layer = {
  type: string
  properties?: Property[]
  data: number[]
  objects: { name: string; type: string; x: number; y: number; width: number; height: number; properties: Property[] }[]
}
type TiledFile = {
  width: number
  height: number
  tileheight: number
  properties: Property[]
  layers: Layer[]
  tilesets: { tiles: { id: number; properties: Property[] }[] }[]
}

const here = import.meta.dirname
const read = (path: string): unknown => JSON.parse(readFileSync(join(here, path), 'utf8'))
const map = read(`../maps/${mapName}.tmj`) as TiledFile
const propertyOf = (list: readonly Property[] | undefined, name: string): string | number | boolean | undefined =>
  list?.find((p) => p.name === name)?.value
const theme = Object.values(themes).find(({ name }) => name === (themeName || propertyOf(map.properties, 'theme'))) ?? themes.plain
const used = new Set(
  map.tilesets[0].tiles.flatMap((tile) => [`${propertyOf(tile.properties, 'frame')}`, `${propertyOf(tile.properties, 'frame')}-cut`]),
)
const pictures = await drawPictures(theme, (name) => used.has(name) || !/^(floor|wall|prop|over)\//.test(name))
const frameOf = ['', ...map.tilesets[0].tiles.map((tile) => String(propertyOf(tile.properties, 'frame')))]
const boxesOf = ['', ...map.tilesets[0].tiles.map((tile) => String(propertyOf(tile.properties, 'boxes')))]
const isWall = [false, ...map.tilesets[0].tiles.map((tile) => propertyOf(tile.properties, 'wall') === true)]

const [px, pz, viewWidth, viewHeight, zoom, ratio] = view === 'all' ? [] : view.split(',').map(Number)
const screenX = (x: number, z: number): number => (x - z) * 32
const screenY = (x: number, z: number): number => (x + z) * 16

const objects = map.layers.find((layer) => layer.type === 'objectgroup')?.objects ?? []
const storeys = objects.filter((object) => object.type === 'storey')
const storey = storeys.find((object) => object.name === storeyName) ?? storeys[0]
/** Tiles of the storey that is drawn, both ends included. */
const shown = storey
  ? { x0: storey.x / 32, z0: storey.y / 32, x1: (storey.x + storey.width) / 32 - 1, z1: (storey.y + storey.height) / 32 - 1 }
  : { x0: 0, z0: 0, x1: map.width - 1, z1: map.height - 1 }
const isShown = (x: number, z: number): boolean => x >= shown.x0 && z >= shown.z0 && x < shown.x1 + 1 && z < shown.z1 + 1

const margin = 100
const canvas: Canvas = createCanvas(
  (map.width + map.height) * 64 + margin * 4,
  (map.width + map.height) * 32 + margin * 6,
  { x: map.height * 64 + margin * 2, y: margin * 4 },
  String(propertyOf(storey?.properties, 'background') ?? propertyOf(map.properties, 'background') ?? '#EEEEE8'),
)

type Item = { depth: number; draw: () => void }
const items: Item[] = []
const isTaken = new Uint8Array(map.width * map.height)
for (const layer of map.layers) {
  if (layer.type !== 'tilelayer') continue
  const isFloor = propertyOf(layer.properties, 'kind') === 'floor'
  layer.data.forEach((gid, i) => {
    if (gid === 0) return
    const [c, r] = [i % map.width, Math.floor(i / map.width)]
    if (!isShown(c, r)) return
    const near =
      px !== undefined &&
      isWall[gid] &&
      c + r + 1 > Math.floor(px) + Math.floor(pz) + 1 &&
      Math.hypot(c - Math.floor(px), r - Math.floor(pz)) <= 4
    const frame = near && pictures.has(`${frameOf[gid]}-cut`) ? `${frameOf[gid]}-cut` : frameOf[gid]
    const draw = (): void => putPicture(canvas, pictures, frame, screenX(c + 1, r + 1), screenY(c + 1, r + 1))
    if (isFloor) return draw()
    if (boxesOf[gid]) isTaken[i] = 1
    items.push({ depth: c + r + 1, draw })
  })
}

let seed = 7
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

type Person = { x: number; z: number; facing: number; pose: number; look: number; own?: boolean; called?: boolean; officer?: boolean }
const octants = ['se', 's', 'se', 'e', 'ne', 'n', 'ne', 'e'] as const
const mirrored = [false, false, true, true, true, false, false, false]

function addPerson(person: Person): void {
  const { x, z, facing, pose } = person
  const octant = ((facing + 2) >> 2) & 7
  const [sx, sy] = [screenX(x, z), screenY(x, z)]
  const step = Math.floor(random() * 6)
  items.push({
    depth: x + z,
    draw() {
      if (person.own) putPicture(canvas, pictures, peopleArt.underFeet.own, sx, sy)
      if (person.called) putPicture(canvas, pictures, peopleArt.underFeet.called, sx, sy)
      for (const { tint, pictureOf } of peopleArt.layersOf(person.look)) {
        const picture = pictureOf(octants[octant], pose, step)
        if (picture === null) continue
        const { frame, dx, dy } = picture
        putPicture(canvas, pictures, frame, sx + dx * (mirrored[octant] ? -1 : 1), sy + dy, { tint, mirrored: mirrored[octant] })
      }
      if (person.called) putPicture(canvas, pictures, peopleArt.overHead.called, sx, sy - peopleArt.heightPx)
    },
  })
}

const signs: { frame: string; label: string; x: number; z: number; y: number }[] = []
const officerLook = (): number => ((12 << 3) | (5 << 7)) + (Math.floor(random() * 6) | 0) + ([0, 2, 3][Math.floor(random() * 3)] << 11)
for (const object of objects) {
  if (!isShown(object.x / 32, object.y / 32)) continue
  const get = (name: string): number => Number(propertyOf(object.properties, name))
  const sign = propertyOf(object.properties, 'sign')
  if (sign !== undefined)
    signs.push({
      frame: String(sign),
      label: object.type === 'counter' ? String(propertyOf(object.properties, 'label') ?? '') : '',
      x: get('signX'),
      z: get('signZ'),
      y: get('signY'),
    })
  if (Number.isFinite(get('staffX')))
    addPerson({ x: get('staffX'), z: get('staffZ'), facing: get('staffFacing'), pose: 0, look: officerLook(), officer: true })
}
const isFloorShown = (x: number, z: number): boolean =>
  map.layers.some(
    ({ data }) =>
      data !== undefined && /^floor\/(stone|wood|mat|wing|lane)/.test(frameOf[data[Math.floor(z) * map.width + Math.floor(x)]] ?? ''),
  )
for (let placed = 0; placed < (shown.x1 - shown.x0) * (shown.z1 - shown.z0) * 0.03; ) {
  const [x, z] = [shown.x0 + random() * (shown.x1 - shown.x0), shown.z0 + random() * (shown.z1 - shown.z0)]
  if (!isFloorShown(x, z)) continue
  if (isTaken[Math.floor(z) * map.width + Math.floor(x)] || (px !== undefined && Math.hypot(x - px, z - pz) < 1)) continue
  placed++
  addPerson({
    x,
    z,
    facing: Math.floor(random() * 32),
    pose: random() < 0.5 ? 1 : random() < 0.12 ? 3 : 0,
    look: Math.floor(random() * 2 ** 32),
    called: placed === 9,
  })
}
const start = objects.find(
  (object) => object.type === (storey === storeys[0] ? 'start' : 'landing') && isShown(object.x / 32, object.y / 32),
)
const own = px !== undefined ? { x: px, z: pz } : { x: ((start?.x ?? 0) + 16) / 32, z: ((start?.y ?? 0) + 16) / 32 }
addPerson({ ...own, facing: 24, pose: 0, look: (2 << 3) | (13 << 7) | (1 << 19) | 2, own: true })

for (const item of items.toSorted((a, b) => a.depth - b.depth)) item.draw()
for (const sign of signs.toSorted((a, b) => a.x + a.z - b.x - b.z))
  putPicture(canvas, pictures, sign.frame, screenX(sign.x, sign.z), screenY(sign.x, sign.z) - sign.y * 32)

const labels = signs
  .map(
    (sign) =>
      `<text x="${canvas.originX + screenX(sign.x, sign.z) * 2}" y="${canvas.originY + (screenY(sign.x, sign.z) - sign.y * 32) * 2 + 11}" text-anchor="middle" font-family="DejaVu Sans" font-weight="bold" font-size="30" fill="white">${sign.label}</text>`,
  )
  .join('')
const whole = sharp(canvas.pixels, { raw: { width: canvas.width, height: canvas.height, channels: 4 } }).composite([
  { input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${canvas.height}">${labels}</svg>`) },
])
if (view === 'all') {
  const [x0, x1] = [screenX(shown.x0, shown.z1 + 1), screenX(shown.x1 + 1, shown.z0)].map((x) => canvas.originX + x * 2)
  const [y0, y1] = [screenY(shown.x0, shown.z0) - 130, screenY(shown.x1 + 1, shown.z1 + 1) + 40].map((y) => canvas.originY + y * 2)
  const png = await whole.png().toBuffer()
  await sharp(png)
    .extract({ left: x0, top: y0, width: x1 - x0, height: y1 - y0 })
    .resize({ width: 2000 })
    .png()
    .toFile(out)
} else {
  const [w, h] = [Math.round((viewWidth / zoom) * 2), Math.round((viewHeight / zoom) * 2)]
  const [cx, cy] = [canvas.originX + screenX(px, pz) * 2, canvas.originY + screenY(px, pz) * 2]
  const [left, top] = [Math.max(0, Math.round(cx - w / 2)), Math.max(0, Math.round(cy - h / 2))]
  const cut = await sharp(await whole.png().toBuffer())
    .extract({ left, top, width: Math.min(w, canvas.width - left), height: Math.min(h, canvas.height - top) })
    .png()
    .toBuffer()
  await sharp(cut)
    .resize({ width: Math.round(viewWidth * ratio) })
    .png()
    .toFile(out)
}
