import { projectX, projectY, storeyAt } from '../space/index.ts'
import { avatarFlag, type FrameView, pose } from '../snapshot/index.ts'
import type { Motion } from './motion.ts'
import type { Atlas } from './atlas.ts'
import { fade, white } from './color.ts'
import { seesStanding, type Area } from './culling.ts'
import { seatDepth } from './depth.ts'
import { directionIndexOf, isMirrored } from './facing.ts'
import { createWardrobe, nextStepMs, type PersonPictures, stepOf } from './person-pictures.ts'
import type { Picture } from './picture.ts'
import type { Postures } from './postures.ts'
import { movePen } from './quad-words.ts'
import type { QuadSink } from './quads.ts'
import { isSeatFromBehind } from './seats.ts'
import type { PeopleArt } from './stage-options.ts'
import type { StoreyView, StoreyViews } from './storey-views.ts'

/** The people in view, gathered anew for each frame into arrays that stay. */
export type People = {
  /** How many are in view, and their indices into the FrameView, in no order. */
  readonly count: number
  readonly members: Uint32Array
  /** By index into the FrameView, valid for members alone. Depths in metres, places in 1× pixels. */
  readonly depths: Float32Array
  readonly x: Float32Array
  readonly y: Float32Array
  /** Another number when the picture of this person is another and must be seen at once. */
  readonly signatures: Int32Array
  /** Another number when it is another that can wait until something else is drawn: a breath, a shifted weight. */
  readonly calm: Uint8Array
  /** Epoch ms at which somebody's picture changes by itself; Infinity when nobody's does. */
  readonly dueMs: number
  /** Finds who is in view; returns a number that is another when the picture of them would be another. */
  gather(view: FrameView, postures: Postures, where: Where, nowMs: number): number
  /** Draws one of them. */
  put(view: FrameView, postures: Postures, index: number, into: QuadSink): void
}

/** What is looked at: a part of one storey. */
export type Where = {
  readonly area: Area
  readonly storey: StoreyView
  readonly views: StoreyViews
  /** Writes into `depths[i]` how deep somebody at (xs[i], zs[i]) is, metres. */
  readonly setDepth: (depths: Float32Array, xs: Float32Array, zs: Float32Array, i: number) => void
}

/** Movement below this part of a 1× pixel is not seen. */
const finest = 16
const halfWidthPx = 24
/** People of whom only their number is known stand back a little. */
const crowdAlpha = 0.72
/** Spreads people's breaths and glances over this time, ms: in step with each other they would look like machines. */
const phasesMs = 60_000

export function createPeople(art: PeopleArt, atlas: Atlas, motion: Readonly<Motion>): People {
  const wardrobe = createWardrobe(art, atlas)
  const marks = readMarks(art, atlas)
  let members = new Uint32Array(0)
  let depths = new Float32Array(0)
  let xs = new Float32Array(0)
  let ys = new Float32Array(0)
  let signatures = new Int32Array(0)
  let calm = new Uint8Array(0)
  /** What each wears, and by which look: asked for again only when somebody else is there, or dressed otherwise. */
  let worn: PersonPictures[] = []
  let wornLooks = new Uint32Array(0)
  /** The pose and the step of it that each is drawn in. */
  let drawnPoses = new Uint8Array(0)
  let steps = new Uint8Array(0)
  let count = 0
  let dueMs = Number.POSITIVE_INFINITY

  const fit = (capacity: number): void => {
    if (members.length >= capacity) return
    members = new Uint32Array(capacity)
    depths = new Float32Array(capacity)
    xs = new Float32Array(capacity)
    ys = new Float32Array(capacity)
    signatures = new Int32Array(capacity)
    calm = new Uint8Array(capacity)
    worn = []
    wornLooks = new Uint32Array(capacity)
    drawnPoses = new Uint8Array(capacity)
    steps = new Uint8Array(capacity)
  }

  const placePerson = (postures: Postures, i: number, { setDepth }: Where): void => {
    const tile = postures.seat[i]
    const { seats } = postures
    if (tile < 0) setDepth(depths, postures.x, postures.z, i)
    else depths[i] = seatDepth(tile % seats.columns, Math.floor(tile / seats.columns), isSeatFromBehind(seats, tile))
  }

  const signatureOf = (view: FrameView, postures: Postures, i: number, nowMs: number): number => {
    const at = postures.pose[i]
    const isIdle = art.cycles[at]?.by === 'idle'
    const step = isIdle ? 0 : stepOf(art, at, view.walkedM[i], nowMs, motion.isReduced)
    const nextMs = nextStepMs(art, at, nowMs, motion.isReduced)
    if (nextMs < dueMs) dueMs = nextMs
    let signature = mix(0, view.netId[i])
    signature = mix(signature, view.look[i])
    signature = mix(signature, Math.round(xs[i] * finest))
    signature = mix(signature, Math.round(ys[i] * finest))
    signature = mix(signature, (i === view.ownIndex ? 1 << 31 : 0) | (step << 16) | (view.flags[i] << 8) | postures.gesture[i])
    return mix(signature, (postures.facing[i] << 8) | at)
  }

  /** Whoever stands may be drawn waiting: in the picture that is drawn anyway. */
  const poseToDraw = (postures: Postures, i: number): number =>
    postures.isWaiting[i] === 1 && postures.pose[i] === pose.stand && art.cycles.length > pose.wait ? pose.wait : postures.pose[i]

  const picturesOf = (view: FrameView, i: number): PersonPictures => {
    if (worn[i] === undefined || wornLooks[i] !== view.look[i]) {
      worn[i] = wardrobe.picturesOf(view.look[i])
      wornLooks[i] = view.look[i]
    }
    return worn[i]
  }

  const phaseMsOf = (view: FrameView, i: number): number => (Math.imul(view.netId[i], 0x9e3779b1) >>> 8) % phasesMs

  return {
    get count() {
      return count
    },
    get members() {
      return members
    },
    get depths() {
      return depths
    },
    get x() {
      return xs
    },
    get y() {
      return ys
    },
    get signatures() {
      return signatures
    },
    get calm() {
      return calm
    },
    get dueMs() {
      return dueMs
    },
    gather(view, postures, where, nowMs) {
      fit(view.netId.length)
      count = 0
      dueMs = Number.POSITIVE_INFINITY
      let all = 0
      const { area, storey, views } = where
      for (let i = 0; i < view.count; i++) {
        const x = projectX(postures.x[i], postures.z[i])
        const y = projectY(postures.x[i], view.y[i], postures.z[i])
        if (!seesStanding(area, x, y, halfWidthPx, art.heightPx)) continue
        if (storeyAt(views.storeys, view.x[i], view.z[i]) !== storey.index) continue
        xs[i] = x
        ys[i] = y
        placePerson(postures, i, where)
        members[count++] = i
        signatures[i] = signatureOf(view, postures, i, nowMs)
        const drawn = poseToDraw(postures, i)
        const isIdle = art.cycles[drawn]?.by === 'idle'
        drawnPoses[i] = drawn
        steps[i] = stepOf(art, drawn, view.walkedM[i], isIdle ? nowMs + phaseMsOf(view, i) : nowMs, motion.isReduced)
        calm[i] = (drawn << 4) | (isIdle ? steps[i] : 0)
        all = mix(all, signatures[i])
      }
      return mix(all, count)
    },
    put(view, postures, i, into) {
      const x = xs[i]
      const y = ys[i]
      const isCalled = (view.flags[i] & avatarFlag.called) !== 0
      movePen(into.pen, x, y, 1, 1)
      if (marks.shadow !== null) into.put(marks.shadow, white)
      const ring = isCalled ? marks.called : i === view.ownIndex ? marks.own : null
      if (ring !== null) into.put(ring, white)
      const pictures = picturesOf(view, i)
      const facing = postures.facing[i]
      const stack = pictures.at(directionIndexOf(facing), drawnPoses[i], steps[i])
      const side = isMirrored(facing) ? -1 : 1
      const isCrowd = (view.flags[i] & avatarFlag.crowd) !== 0
      for (let layer = 0; layer < stack.length; layer++) {
        const item = stack[layer]
        if (item === null) continue
        const color = isCrowd ? fade(pictures.colors[layer], crowdAlpha) : pictures.colors[layer]
        movePen(into.pen, x + item.dx * side, y + item.dy, side, 1)
        into.put(item.picture, color)
      }
    },
  }
}

const mix = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, 0x9e3779b1)
  return h ^ (h >>> 15)
}

function readMarks(art: PeopleArt, atlas: Atlas): Record<'shadow' | 'own' | 'called', Picture | null> {
  const find = (name: string | null): Picture | null => (name === null ? null : atlas.find(name))
  const { shadow, own, called } = art.underFeet
  return { shadow: find(shadow), own: find(own), called: find(called) }
}
