import { headKinds } from '../look.ts'
import { tintShade as shade } from '../palette.ts'
import { freePiece, type Piece } from '../piece.ts'
import { headDress } from './person-head.ts'
import {
  ankle,
  bounce,
  type Direction,
  directions,
  hand,
  head,
  hip,
  type Joint,
  knee,
  type Pose,
  poseName,
  project,
  shoulder,
  type Spot,
  spread,
  walkFrames,
  yawOf,
} from './person-shape.ts'

const n = (value: number): string => value.toFixed(2)

const limb = (spots: readonly Spot[], width: number, colour: string): string =>
  `<polyline points="${spots.map((s) => `${n(s.x)},${n(s.y)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const sides = [1, -1] as const

/** The far side first. */
const byDepth = (yaw: number, jointOf: (side: 1 | -1) => Joint): (1 | -1)[] =>
  sides.toSorted((a, b) => project(jointOf(a), yaw).depth - project(jointOf(b), yaw).depth)

function shoe(yaw: number, foot: Joint): string {
  const toe = project({ ...foot, f: foot.f + 1.5 }, yaw)
  return `<ellipse cx="${n(toe.x)}" cy="${n(toe.y + 0.6)}" rx="${n(2.6 + Math.abs(Math.sin(yaw)) * 1.1)}" ry="${n(1.9 + Math.abs(Math.cos(yaw)) * 0.3)}" fill="${shade.shoe}"/>`
}

function trousers(yaw: number, pose: Pose): string {
  const width = spread(yaw, 6, 4.6)
  const lift = bounce(pose)
  const seat = `<path d="M${n(-width)} ${n(-19 - lift)}H${n(width)}L${n(width - 0.3)} ${n(-12.5 - lift)}Q0 ${n(-11 - lift)} ${n(-width + 0.3)} ${n(-12.5 - lift)}Z" fill="${shade.mid}"/>`
  const order = byDepth(yaw, (side) => ankle(pose, side))
  const legs = order.map((side, i) => {
    const joints = pose.kind === 'sit' ? [hip(pose, side), knee(pose, side), ankle(pose, side)] : [hip(pose, side), ankle(pose, side)]
    const spots = joints.map((joint) => project(joint, yaw))
    const isRight = spots[0].x > 0.5
    const colour = i === 0 && Math.abs(Math.sin(yaw)) > 0.3 ? shade.dark : isRight ? shade.mid : shade.light
    return shoe(yaw, ankle(pose, side)) + limb(spots, 5.6, colour)
  })
  const crease =
    Math.cos(yaw) > 0.5 && pose.kind !== 'sit'
      ? `<path d="M0 ${n(-13 - lift)}V${n(-8.5 - lift)}" stroke="${shade.deep}" stroke-width=".8"/>`
      : ''
  return seat + legs.join('') + crease
}

/** A long skirt or a sarong: a bell whose hem follows the feet. */
function skirt(yaw: number, pose: Pose): string {
  const lift = bounce(pose)
  // One takes shorter steps in a skirt.
  const ankleOf = (side: 1 | -1): Joint =>
    pose.kind === 'walk' ? { ...ankle(pose, side), f: ankle(pose, side).f * 0.6 } : ankle(pose, side)
  const feet = byDepth(yaw, ankleOf).map((side) => shoe(yaw, ankleOf(side)))
  const waist = spread(yaw, 6.2, 4.9)
  if (pose.kind === 'sit') {
    const lap = [hip(pose, 1), knee(pose, 1), ankle(pose, 1)].map((joint) => project({ ...joint, l: 0, u: joint.u }, yaw))
    return feet.join('') + limb(lap.slice(0, 2), 11, shade.light) + limb([lap[1], { ...lap[2], y: lap[2].y - 2.5 }], 9.5, shade.mid)
  }
  const spots = sides.map((side) => project(ankleOf(side), yaw))
  const left = Math.min(-spread(yaw, 7.4, 6), ...spots.map((s) => s.x - 3.4))
  const right = Math.max(spread(yaw, 7.4, 6), ...spots.map((s) => s.x + 3.4))
  const hem = -3.2 - lift * 0.4
  const outline = `M${n(-waist)} ${n(-19 - lift)}H${n(waist)}Q${n(waist + 1)} ${n(-10)} ${n(right)} ${n(hem)}Q${n((left + right) / 2)} ${n(hem + 2.6)} ${n(left)} ${n(hem)}Q${n(-waist - 1)} ${n(-10)} ${n(-waist)} ${n(-19 - lift)}Z`
  return (
    feet.join('') +
    `<clipPath id="k"><path d="${outline}"/></clipPath><path d="${outline}" fill="${shade.light}"/><g clip-path="url(#k)">` +
    `<path d="M${n(waist * 0.35)} -20Q${n(right * 0.5)} -10 ${n(right * 0.42)} 2H14V-20Z" fill="${shade.mid}"/><path d="M${n(waist * 0.8)} -20Q${n(right * 0.8)} -10 ${n(right * 0.82)} 2H14V-20Z" fill="${shade.dark}"/>` +
    `<path d="M${n(left)} ${n(hem - 1.6)}Q${n((left + right) / 2)} ${n(hem + 1)} ${n(right)} ${n(hem - 1.6)}" fill="none" stroke="${shade.deep}" stroke-width=".8"/></g>`
  )
}

function trunk(yaw: number, pose: Pose): string {
  const b = bounce(pose)
  const [top, chest, hem] = [spread(yaw, 3.6, 3.4), spread(yaw, 7.2, 5.4), spread(yaw, 7, 5.6)]
  return (
    `M${n(-top)} ${n(-32 - b)}Q${n(-chest - 0.3)} ${n(-31.4 - b)} ${n(-chest)} ${n(-27 - b)}L${n(-hem)} ${n(-13.6 - b)}Q0 ${n(-11.6 - b)} ${n(hem)} ${n(-13.6 - b)}` +
    `L${n(chest)} ${n(-27 - b)}Q${n(chest + 0.3)} ${n(-31.4 - b)} ${n(top)} ${n(-32 - b)}Z`
  )
}

const armSpots = (yaw: number, pose: Pose, side: 1 | -1): Spot[] => {
  const [from, to] = [shoulder(pose, side), hand(pose, side)]
  const elbow = { f: (from.f + to.f) / 2 - 1.2, l: (from.l + to.l) / 2 + side * 0.5, u: (from.u + to.u) / 2 }
  const wrist = { f: to.f * 0.86, l: from.l + (to.l - from.l) * 0.86, u: from.u + (to.u - from.u) * 0.84 }
  return [from, elbow, wrist].map((joint) => project(joint, yaw, 0.2))
}

/** Small diamonds and dots, tone on tone: one path, for there are many. */
function batikPattern(): string {
  const motifs: string[] = []
  for (let row = 0; row < 7; row++) {
    for (let col = -4; col <= 4; col++) {
      const [x, y] = [col * 3.4 + (row % 2) * 1.7, -33 + row * 3.3]
      motifs.push(
        (row + col) % 2 === 0
          ? `M${n(x)} ${n(y - 1.3)}l1.1 1.3l-1.1 1.3l-1.1 -1.3Z`
          : `M${n(x - 0.7)} ${n(y)}a.7 .7 0 1 1 1.4 0a.7 .7 0 1 1 -1.4 0Z`,
      )
    }
  }
  return `<path opacity=".85" d="${motifs.join('')}" fill="${shade.deep}"/>`
}

function shirt(yaw: number, pose: Pose, isBatik: boolean): string {
  const b = bounce(pose)
  const outline = trunk(yaw, pose)
  const chest = spread(yaw, 7.2, 5.4)
  const [farSide, nearSide] = byDepth(yaw, (side) => shoulder(pose, side))
  const arm = (side: 1 | -1, isFar: boolean): string => {
    const spots = armSpots(yaw, pose, side)
    const colour = isFar ? shade.dark : spots[0].x > 0.5 && Math.abs(Math.cos(yaw)) > 0.5 ? shade.mid : shade.light
    const cuff = limb([spots[2], spots[2]], 4.3, shade.deep)
    const under = isFar
      ? ''
      : limb(
          spots.map((s) => ({ ...s, x: s.x + 0.7, y: s.y + 0.5 })),
          4.6,
          shade.dark,
        )
    return cuff + under + limb(spots, 4.4, colour)
  }
  const middle = Math.sin(yaw) * chest * 0.62
  const isFront = Math.cos(yaw) > 0.3
  const collar = isFront
    ? `<path d="M${n(middle - 2.6)} ${n(-32 - b)}L${n(middle)} ${n(-28.6 - b)}L${n(middle + 2.6)} ${n(-32 - b)}" fill="${shade.dark}" stroke="${shade.deep}" stroke-width=".7"/><path d="M${n(middle)} ${n(-28.6 - b)}L${n(middle * 0.95)} ${n(-13 - b)}" stroke="${shade.dark}" stroke-width=".8"/>`
    : ''
  const isSide = Math.abs(Math.cos(yaw)) < 0.5
  const body =
    `<clipPath id="t"><path d="${outline}"/></clipPath><path d="${outline}" fill="${shade.light}"/><g clip-path="url(#t)">` +
    `<path d="M${n(chest * 0.35)} -36Q${n(chest * 0.62)} -22 ${n(chest * 0.4)} -8H14V-36Z" fill="${shade.mid}"/><path d="M${n(chest * 0.78)} -36Q${n(chest * 0.95)} -22 ${n(chest * 0.8)} -8H14V-36Z" fill="${shade.dark}"/>` +
    `${isBatik ? batikPattern() : ''}<path d="M-9 ${n(-14.6 - b)}Q0 ${n(-12.6 - b)} 9 ${n(-14.6 - b)}" fill="none" stroke="${shade.dark}" stroke-width=".8"/>${collar}</g>`
  // From the front both arms hang beside the trunk; from the side the far one is behind it.
  return isSide
    ? arm(farSide, true) + body + arm(nearSide, false)
    : arm(farSide, Math.abs(Math.sin(yaw)) > 0.3) + body + arm(nearSide, false)
}

function face(yaw: number): string {
  const r = head.r
  const on = (angle: number, reach: number): { x: number; k: number } => ({ x: Math.sin(yaw + angle) * reach, k: Math.cos(yaw + angle) })
  const parts: string[] = []
  for (const side of [-1, 1]) {
    const ear = on(side * 1.5, r)
    if (ear.k > -0.45) parts.push(`<ellipse cx="${n(ear.x)}" cy="1.200" rx="1.700" ry="2.300" fill="${shade.skinMid}"/>`)
  }
  parts.push(
    `<clipPath id="f"><circle r="${r}"/></clipPath><circle r="${r}" fill="${shade.light}"/><g clip-path="url(#f)"><path d="M5 -10Q10.500 0 3.500 10H12V-10Z" fill="${shade.skinMid}"/>`,
  )
  for (const side of [-1, 1]) {
    const cheek = on(side * 0.74, r * 0.92)
    if (cheek.k > 0.2) parts.push(`<ellipse cx="${n(cheek.x)}" cy="4.200" rx="${n(1.9 * cheek.k)}" ry="1.300" fill="${shade.cheek}"/>`)
  }
  parts.push('</g>')
  for (const side of [-1, 1]) {
    const eye = on(side * 0.4, r * 0.93)
    if (eye.k <= 0.1) continue
    parts.push(
      `<ellipse cx="${n(eye.x)}" cy="1.400" rx="${n(1.3 * Math.max(0.6, eye.k))}" ry="1.750" fill="${shade.eye}"/><circle cx="${n(eye.x - 0.4)}" cy=".8" r=".45" fill="${shade.light}"/>`,
    )
    parts.push(
      `<path d="M${n(eye.x - 1.6 * eye.k)} ${n(-2.2 + (side < 0 ? 0.2 : 0))}Q${n(eye.x)} -3.100 ${n(eye.x + 1.6 * eye.k)} -2.200" fill="none" stroke="${shade.brow}" stroke-width=".8" stroke-linecap="round"/>`,
    )
  }
  const mouth = on(0, r * 0.84)
  if (mouth.k > -0.1)
    parts.push(
      `<path d="M${n(mouth.x - 1.7 * Math.max(0.5, mouth.k))} 5.200Q${n(mouth.x)} 6.800 ${n(mouth.x + 1.7 * Math.max(0.4, mouth.k))} 5.200" fill="none" stroke="${shade.mouth}" stroke-width="1" stroke-linecap="round"/>`,
    )
  return parts.join('')
}

function skin(yaw: number, pose: Pose): string {
  const b = bounce(pose)
  const isSide = Math.abs(Math.sin(yaw)) > 0.3
  const [farSide] = byDepth(yaw, (side) => shoulder(pose, side))
  const hands = sides.map((side) => {
    const spot = project(hand(pose, side), yaw, 0.2)
    const circle = `<circle cx="${n(spot.x)}" cy="${n(spot.y)}" r="2.400" fill="${side === farSide && isSide ? shade.skinDark : shade.light}"/>`
    return side === farSide && isSide ? `<g mask="url(#b)">${circle}</g>` : circle
  })
  // The far hand passes behind the trunk and behind the near hand's sleeve.
  const mask = isSide
    ? `<mask id="b" maskUnits="userSpaceOnUse" x="-30" y="-60" width="60" height="70"><rect x="-30" y="-60" width="60" height="70" fill="white"/><path d="${trunk(yaw, pose)}" fill="black"/></mask>`
    : ''
  const neck = `<path d="M-2.800 ${n(-34 - b)}V${n(-31.4 - b)}Q0 ${n(-29.8 - b)} 2.800 ${n(-31.4 - b)}V${n(-34 - b)}Z" fill="${shade.skinDark}"/>`
  return `${mask}${hands.join('')}${neck}<g transform="translate(0 ${n(-head.u - b)})">${face(yaw)}</g>`
}

const walk: Pose[] = Array.from({ length: walkFrames }, (_, frame) => ({ kind: 'walk', frame }))
const stand: Pose = { kind: 'stand', frame: 0 }
const sit: Pose = { kind: 'sit', frame: 0 }
const wave: Pose = { kind: 'wave', frame: 0 }

const frame = (layer: string, variant: string, direction: Direction, pose: Pose, svg: string): Piece =>
  freePiece(`person/${layer}/${variant}/${direction}/${poseName(pose)}`, svg, 22, 62, 8)

export function personPieces(): Piece[] {
  return directions.flatMap((direction) => {
    const yaw = yawOf(direction)
    return [
      ...[stand, ...walk, sit].flatMap((pose) => [
        frame('body', 'trousers', direction, pose, trousers(yaw, pose)),
        frame('body', 'skirt', direction, pose, skirt(yaw, pose)),
      ]),
      ...[stand, ...walk, sit, wave].flatMap((pose) => [
        frame('top', 'shirt', direction, pose, shirt(yaw, pose, false)),
        frame('top', 'batik', direction, pose, shirt(yaw, pose, true)),
        frame('skin', 'plain', direction, pose, skin(yaw, pose)),
      ]),
      ...headKinds.map((kind) => frame('hair', kind, direction, stand, headDress[kind](yaw))),
    ]
  })
}
