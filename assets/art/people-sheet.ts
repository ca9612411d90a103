import sharp from 'sharp'
import { aidKinds, bottomKinds, headKinds, type Look, topKinds, unpackLook } from './look.ts'
import { themes } from './palette.ts'
import { personCycles, type PersonDirection, type PersonPose, personPoses } from './person-steps.ts'
import { personLayers } from './person-table.ts'
import { type Canvas, createCanvas, type Pictures, putPicture } from './preview-canvas.ts'
import { greeterLook, officerLook, readyMade } from './ready-made.ts'
import { renderAll } from './render.ts'
import { directions } from './sources/person-shape.ts'
import { personPieces } from './sources/person.ts'

/**
 * Run: node assets/art/people-sheet.ts <out.png> [all|poses|kinds|crowd] [enlarge]. People put together as the stage does. `kinds`: every head,
 * top, bottom and companion in all directions; `poses`: every pose and step, in all directions, of some people; `crowd`: a screen of 360 × 740 at 2×, ready-made people, staff and whoever falls by lot.
 */
const [out, part = 'all', enlarge = '1'] = process.argv.slice(2)
if (!out) throw new TypeError('the first argument must be the path of the PNG to write')

const bitmaps = await renderAll(personPieces(), 2)
const pictures: Pictures = new Map(bitmaps.map((bitmap) => [bitmap.piece.name, bitmap]))

const plain: Look = {
  skin: 2,
  top: 2,
  bottom: 13,
  head: 'short',
  headColour: 0,
  bottomKind: 'trousers',
  topKind: 'shirt',
  aid: 'none',
  isElder: false,
}

type Shown = {
  readonly look: Look
  readonly direction: PersonDirection
  readonly pose: PersonPose
  readonly step: number
  readonly mirrored?: boolean
}
const rows: Shown[][] = []
const round = (look: Look, pose: PersonPose = 'stand', step = 0): Shown[] => [
  ...directions.map((direction) => ({ look, direction, pose, step })),
  ...(['ne', 'e', 'se'] as const).map((direction) => ({ look, direction, pose, step, mirrored: true })),
]

if (part === 'all' || part === 'kinds') {
  headKinds.forEach((head, i) => {
    const isWoman = ['long', 'hijab', 'bun', 'khimar', 'ponytail'].includes(head)
    const look: Look = {
      ...plain,
      head,
      headColour: head === 'thin' ? 5 : i % 8,
      skin: i % 6,
      top: (i * 5 + 2) % 16,
      topKind: topKinds[i % topKinds.length],
    }
    rows.push(
      round({
        ...look,
        bottomKind: isWoman ? 'skirt' : head === 'peci' || head === 'caping' ? 'sarong' : 'trousers',
        bottom: (i * 7 + 1) % 16,
      }),
    )
  })
  topKinds.forEach((topKind, i) =>
    rows.push(
      round({
        ...plain,
        topKind,
        top: topKind === 'school' ? 0 : topKind === 'khaki' ? 12 : (i * 3 + 2) % 16,
        bottom: topKind === 'khaki' ? 12 : 13,
      }),
    ),
  )
  bottomKinds.forEach((bottomKind) => rows.push(round({ ...plain, bottomKind, bottom: 8, head: 'peci' })))
  for (const aid of aidKinds.slice(1)) {
    const isWoman = aid === 'child' || aid === 'baby' || aid === 'pregnant'
    const look: Look = {
      ...plain,
      aid,
      head: isWoman ? 'hijab' : 'thin',
      headColour: isWoman ? 4 : 5,
      isElder: aid === 'cane',
      bottomKind: isWoman ? 'skirt' : 'trousers',
      top: 6,
      topKind: isWoman ? 'kebaya' : 'batik',
    }
    rows.push(round(look), round(look, 'walk', 0))
  }
}
if (part === 'all' || part === 'poses') {
  const some: Look[] = [
    plain,
    { ...plain, head: 'hijab', headColour: 2, topKind: 'batik', bottomKind: 'skirt', top: 9, bottom: 4, skin: 1 },
    { ...plain, head: 'bun', topKind: 'tee', aid: 'wheelchair', skin: 4, top: 6 },
  ]
  for (const look of some)
    personPoses.forEach((pose, i) => {
      for (let step = 0; step < personCycles[i].steps; step += pose === 'wait' ? 4 : 1) rows.push(round(look, pose, step))
    })
}

const save = async (canvas: Canvas): Promise<void> => {
  await sharp(canvas.pixels, { raw: { width: canvas.width, height: canvas.height, channels: 4 } })
    .resize({ width: Math.round(canvas.width * Number(enlarge)), kernel: 'lanczos3' })
    .png()
    .toFile(out)
}

const put = (canvas: Canvas, { look, direction, pose, step, mirrored = false }: Shown, x: number, y: number): void => {
  for (const { tint, pictureOf } of personLayers(look)) {
    const picture = pictureOf(direction, pose, step)
    if (picture !== null)
      putPicture(canvas, pictures, picture.frame, x + picture.dx * (mirrored ? -1 : 1), y + picture.dy, { tint, mirrored })
  }
}

if (part === 'crowd') {
  const canvas = createCanvas(720, 1480, { x: 0, y: 0 }, themes.kutai.floor)
  let seed = 11
  const random = (count: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * count)
  }
  const ready = Object.values(readyMade)
  const people = Array.from({ length: 62 }, (_, i) => {
    const look =
      i < 24
        ? ready[i % 8]
        : i < 30
          ? unpackLook(officerLook(random(99)))
          : i < 34
            ? unpackLook(greeterLook(random(99)))
            : unpackLook(random(2 ** 27))
    const pose = personPoses[[0, 1, 1, 1, 0, 5, 5, 3, 4, 6][random(10)]]
    return {
      look,
      direction: directions[[0, 1, 1, 2, 3, 4][random(6)]],
      pose,
      step: random(pose === 'walk' ? 6 : 1),
      mirrored: random(2) === 0,
      x: 20 + random(320),
      y: 70 + random(660),
    }
  })
  for (const person of people.toSorted((a, b) => a.y - b.y)) put(canvas, person, person.x, person.y)
  await save(canvas)
} else {
  const columns = 3
  const [cellWidth, cellHeight] = [46, 74]
  const perColumn = Math.ceil(rows.length / columns)
  const canvas = createCanvas(Math.round(columns * 8.4 * cellWidth * 2), perColumn * cellHeight * 2, { x: 0, y: 0 }, themes.kutai.floor)
  rows.forEach((row, r) => {
    const [column, line] = [Math.floor(r / perColumn), r % perColumn]
    row.forEach((shown, i) => put(canvas, shown, (column * 8.4 + i + 0.5) * cellWidth, line * cellHeight + 61))
  })
  await save(canvas)
}
