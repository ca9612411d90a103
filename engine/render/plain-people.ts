import { createRng } from '../core/index.ts'
import { screenDirections, type ScreenDirection } from './facing.ts'
import type { Canvas2d, PlainPicture } from './plain-picture.ts'
import type { PeopleArt, PersonLayer } from './stage-options.ts'
import { readColour, type Theme } from './theme.ts'

export const plainTargetFrame = 'plain/target'

const clothes = ['#c8553d', '#3d7ea6', '#588157', '#e0a030', '#7b5ea7', '#2a9d8f', '#b5536f', '#6c757d']
const skins = ['#f0cfae', '#dfb08a', '#c08a60', '#96623c', '#6f452a']
const hairs = ['#2b211b', '#4a3426', '#7a5638', '#b08a55', '#555555']
const trousers = 0x4a5568
const walkSteps = 4
const walkCycleM = 1.3
const heightPx = 47
const still = { steps: 1, by: 'idle', length: 1 } as const
/** Half a step's swing of a foot along each direction on the screen, pixels at 1×. */
const swing: Readonly<Record<ScreenDirection, readonly [number, number]>> = {
  s: [0, 2.5],
  se: [3.5, 1.8],
  e: [5, 0],
  ne: [3.5, -1.8],
  n: [0, -2.5],
}
/** Where the eyes are, from the middle of the head. */
const eyes: Readonly<Record<ScreenDirection, readonly number[]>> = { s: [-2.6, 2.6], se: [0, 4.6], e: [4.6], ne: [], n: [] }

/** Figures of a few round shapes: legs that walk, a coat in one of the theme's colours, a head that looks somewhere. */
export function plainPeople(theme: Theme): PeopleArt {
  const coats = (theme.clothes ?? clothes).map((colour) => readColour(colour, 'theme.clothes'))
  const tones = skins.map((colour) => readColour(colour, 'skin'))
  const hair = hairs.map((colour) => readColour(colour, 'hair'))
  const layer = (tint: number, frameOf: (direction: ScreenDirection, step: string) => string): PersonLayer => ({
    tint,
    pictureOf: (direction, pose, step) => ({ frame: frameOf(direction, pose === 1 ? String(step) : 'still'), dx: 0, dy: 0 }),
  })
  return {
    layersOf(look) {
      const rng = createRng(look)
      const one = (of: readonly number[]): number => of[Math.floor(rng() * of.length)]
      return [
        layer(trousers, (direction, step) => `plain/legs/${direction}/${step}`),
        layer(one(coats), () => 'plain/coat'),
        layer(one(tones), (direction) => `plain/head/${direction}`),
        layer(one(hair), (direction) => `plain/hair/${direction}`),
      ]
    },
    cycles: [still, { steps: walkSteps, by: 'distance', length: walkCycleM }, still, still, still],
    heightPx,
    underFeet: { shadow: 'plain/shadow', own: 'plain/own', called: 'plain/called' },
    overHead: { speaking: null, called: null },
    officerBadge: null,
  }
}

/** The pictures that `plainPeople` names. */
export function plainPeoplePictures(): PlainPicture[] {
  const figure = (name: string, draw: (context: Canvas2d) => void): PlainPicture => ({
    name,
    halfWidthPx: 14,
    upPx: heightPx + 2,
    downPx: 5,
    draw,
  })
  const ring = (name: string, colour: string): PlainPicture => ({
    name,
    halfWidthPx: 18,
    upPx: 10,
    downPx: 10,
    draw(context) {
      oval(context, 0, 0, 15, 7.5, 'rgba(255,255,255,0.35)')
      context.lineWidth = 2.5
      context.strokeStyle = colour
      context.stroke()
    },
  })
  const perDirection = screenDirections.flatMap((direction) => [
    figure(`plain/legs/${direction}/still`, (context) => drawLegs(context, direction, 0, 0)),
    ...Array.from({ length: walkSteps }, (_, step) =>
      figure(`plain/legs/${direction}/${step}`, (context) => drawLegs(context, direction, [1, 0, -1, 0][step], [0, 1, 0, -1][step])),
    ),
    figure(`plain/head/${direction}`, (context) => drawHead(context, direction)),
    figure(`plain/hair/${direction}`, (context) => drawHair(context, direction)),
  ])
  return [
    ...perDirection,
    figure('plain/coat', drawCoat),
    ring('plain/own', '#e07a1f'),
    ring('plain/called', '#2f6fd0'),
    ring(plainTargetFrame, '#e07a1f'),
    { name: 'plain/shadow', halfWidthPx: 14, upPx: 8, downPx: 8, draw: (context) => oval(context, 0, 0, 12, 6, 'rgba(30,24,18,0.28)') },
  ]
}

/** `reach`: how far the left foot is before the right, -1 to 1. `lift`: which foot is off the ground: 1 left, -1 right. */
function drawLegs(context: Canvas2d, direction: ScreenDirection, reach: number, lift: number): void {
  const [dx, dy] = swing[direction]
  // Seen from the side the legs stand behind each other.
  const apart = direction === 'e' ? 1.5 : 4
  context.lineCap = 'round'
  context.lineWidth = 6
  for (const side of [-1, 1]) {
    const at = -side * reach
    context.strokeStyle = side === -1 ? '#dddddd' : '#ffffff'
    context.beginPath()
    context.moveTo(side * apart, -16)
    context.lineTo(side * apart + dx * at, -2 + dy * at - (side === -lift ? 3 : 0))
    context.stroke()
  }
}

function drawCoat(context: Canvas2d): void {
  context.fillStyle = '#ffffff'
  context.beginPath()
  context.moveTo(-6, -33)
  context.quadraticCurveTo(0, -36, 6, -33)
  context.quadraticCurveTo(10, -30, 10.5, -13)
  context.quadraticCurveTo(0, -9, -10.5, -13)
  context.quadraticCurveTo(-10, -30, -6, -33)
  context.fill()
  context.fillStyle = 'rgba(0,0,0,0.14)'
  context.beginPath()
  context.moveTo(3, -34)
  context.quadraticCurveTo(9.5, -31, 10.5, -13)
  context.quadraticCurveTo(7, -11.5, 4.5, -11)
  context.quadraticCurveTo(5, -26, 3, -34)
  context.fill()
}

function drawHead(context: Canvas2d, direction: ScreenDirection): void {
  oval(context, 0, -39, 7.5, 8, '#ffffff')
  for (const x of eyes[direction]) oval(context, x, -38.5, 1.1, 1.4, '#3a2a20')
}

function drawHair(context: Canvas2d, direction: ScreenDirection): void {
  if (direction === 'n' || direction === 'ne') return oval(context, direction === 'n' ? 0 : -1, -40, 7.8, 7.4, '#ffffff')
  // A cap: the upper part of the head, farther down at the back of it.
  const turn = direction === 's' ? 0 : direction === 'se' ? -0.3 : -0.6
  context.fillStyle = '#ffffff'
  context.beginPath()
  context.ellipse(0, -40, 8, 7.6, turn, Math.PI, Math.PI * 2)
  context.quadraticCurveTo(0, -44, -8 * Math.cos(turn), -40 - 8 * Math.sin(turn))
  context.fill()
}

function oval(context: Canvas2d, x: number, y: number, radiusX: number, radiusY: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2)
  context.fill()
}
