import { common, darken, wingColours } from '../palette.ts'
import { freePiece, type Piece } from '../piece.ts'

/** Marks the renderer lays on the floor or over a head; the origin is the point they mark. */

function blob(): string {
  const rings = [1, 0.86, 0.72, 0.58, 0.44]
  return rings.map((k) => `<ellipse cx="0" cy="0" rx="${11.5 * k}" ry="${5.75 * k}" fill="${common.shadow}" opacity=".085"/>`).join('')
}

/** A soft ring on the floor: a dark rim carries it on pale stone, the light inside makes it glow. */
function ring(colour: string, rim: string): string {
  const ellipse = (r: number, stroke: string, width: number, opacity: number): string =>
    `<ellipse cx="0" cy="0" rx="${r}" ry="${r / 2}" fill="none" stroke="${stroke}" stroke-width="${width}" opacity="${opacity}"/>`
  return (
    `<ellipse cx="0" cy="0" rx="19" ry="9.500" fill="${colour}" opacity=".45"/>` +
    ellipse(20, colour, 8, 0.2) +
    ellipse(20, colour, 5.4, 0.35) +
    ellipse(20.4, rim, 3.6, 0.75) +
    ellipse(19.4, colour, 2.4, 1)
  )
}

function target(): string {
  return (
    `<ellipse cx="0" cy="0" rx="13" ry="6.500" fill="none" stroke="${common.calledRim}" stroke-width="2.600" opacity=".4"/><ellipse cx="0" cy="0" rx="13" ry="6.500" fill="none" stroke="${common.own}" stroke-width="1.400"/>` +
    `<ellipse cx="0" cy="0" rx="6.500" ry="3.250" fill="${common.calledRim}" opacity=".4"/><ellipse cx="0" cy="0" rx="5.500" ry="2.700" fill="${common.own}"/>`
  )
}

/** A small balloon; its tip is at the origin. */
function bubble(fill: string, inner: string): string {
  const shape = 'M-9 -22H9A5 5 0 0 1 14 -17V-10A5 5 0 0 1 9 -5H4L0 0L-4 -5H-9A5 5 0 0 1 -14 -10V-17A5 5 0 0 1 -9 -22Z'
  return `<path d="${shape}" transform="translate(0 1.200)" fill="${common.shadow}" opacity=".25"/><path d="${shape}" fill="${fill}"/>${inner}`
}

const dots = [-5.5, 0, 5.5].map((x) => `<circle cx="${x}" cy="-13.500" r="1.900" fill="${common.ink}"/>`).join('')
const wave = `<path d="M-4 -10V-14.500M-4 -10Q-4 -8 0 -8Q4 -8 4 -11.500V-15M-1.400 -12V-17.500M1.400 -12V-17.500M-4 -12.500L-6.500 -14" fill="none" stroke="${common.ink}" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round"/>`
const bell = `<path d="M-6 -10.500Q-4 -12 -4 -14.500Q-4 -19 0 -19Q4 -19 4 -14.500Q4 -12 6 -10.500Z" fill="${common.calledRim}"/><path d="M-1.800 -8.800H1.800" stroke="${common.calledRim}" stroke-width="2" stroke-linecap="round"/>`
const clock = `<circle cx="0" cy="-13.500" r="5.600" fill="none" stroke="${common.ink}" stroke-width="1.700"/><path d="M0 -16.500V-13.500L2.400 -12.200" fill="none" stroke="${common.ink}" stroke-width="1.700" stroke-linecap="round"/>`

/** A badge that marks an officer, for the side of a name; its origin is its middle. */
const badge = `<path d="M0 -8.500L8 -5.500V-.5Q8 5.500 0 8.500Q-8 5.500 -8 -.5V-5.500Z" fill="${wingColours.kependudukan}"/><path d="M0 -8.500L8 -5.500V-.5Q8 5.500 0 8.500Z" fill="${darken(wingColours.kependudukan, 0.2)}"/><path d="M-3.500 0L-1 2.500L4 -2.500" fill="none" stroke="${common.white}" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round"/>`

export const markPieces = (): Piece[] => [
  freePiece('shadow/blob', blob(), 14, 8, 8),
  freePiece('ring/own', ring(common.own, common.ownRim), 28, 15, 15),
  freePiece('ring/called', ring(common.called, common.calledRim), 28, 15, 15),
  freePiece('marker/target', target(), 18, 10, 10),
  freePiece('bubble/speak', bubble(common.paper, dots), 16, 26, 4),
  freePiece('bubble/wave', bubble(common.paper, wave), 16, 26, 4),
  freePiece('bubble/wait', bubble(common.paper, clock), 16, 26, 4),
  freePiece('bubble/called', bubble(common.called, bell), 16, 26, 4),
  freePiece('bubble/officer', badge, 10, 10, 10),
]
