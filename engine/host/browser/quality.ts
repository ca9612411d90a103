/** How much is drawn: `low` for phones that are short of memory or time. */
export type Tier = 'low' | 'high'
/** `auto`: chosen from what the phone says of itself, and then from what its frames take. */
export type Quality = 'auto' | Tier

export type TierSettings = {
  /** Pixels of the picture sheet for one at 1×. */
  readonly atlasScale: number
  /** Most pixels of the canvas for one CSS pixel: sharper than twice is not seen and costs memory. */
  readonly mostPixelRatio: number
  readonly mostFramesPerS: number
  /** Whether shade and pools of light on the floor are drawn. */
  readonly withLight: boolean
}

export const tierSettings: Readonly<Record<Tier, TierSettings>> = {
  low: { atlasScale: 1, mostPixelRatio: 1, mostFramesPerS: 30, withLight: false },
  high: { atlasScale: 2, mostPixelRatio: 2, mostFramesPerS: 60, withLight: true },
}

/** What a browser tells of the machine it runs on; what it does not tell is left out. */
export type MachineHints = {
  /** The person has asked to save data. */
  readonly saveData?: boolean
  readonly deviceMemoryGB?: number
  readonly cores?: number
}

/** Machines with no more than this begin low. */
const littleMemoryGB = 2
const fewCores = 2

export function firstTier(quality: Quality, { cores, deviceMemoryGB, saveData }: MachineHints): Tier {
  if (quality !== 'auto') return quality
  const isWeak = saveData === true || (deviceMemoryGB ?? 4) <= littleMemoryGB || (cores ?? 4) <= fewCores
  return isWeak ? 'low' : 'high'
}

/** A phone with little memory stays low however quick it is, and so does one that is to save. */
export const mayRise = ({ deviceMemoryGB, saveData }: MachineHints): boolean => saveData !== true && (deviceMemoryGB ?? 4) > littleMemoryGB

/** Says when another tier would do better. It watches frames that follow one another: a rest between them says nothing. */
export type TierWatch = {
  /**
   * @param intervalMs since the frame before; more than a quarter of a second is taken for a rest
   * @param frameMs what the frame took on the drawing thread
   * @returns the tier to change to, or null
   */
  observe(intervalMs: number, frameMs: number): Tier | null
  /** Another tier is drawn since `nowMs`. */
  changed(tier: Tier): void
}

/** Length of what is looked at before it is called too slow, ms of drawing. */
const windowMs = 2000
/** An interval above this is a missed frame, ms; more than this share of the time in such, and it is too much for the phone. */
const slowMs = 25
const mostSlow = 0.6
/** At most one change in this time, ms of drawing. */
const restMs = 10_000
/** So long must a low tier have been easy before the higher is tried; twice as long after each time that it was too much, ms of drawing. */
const calmMs = 60_000
const lateMs = 45
const easyFrameMs = 5
const longestIntervalMs = 250

export function createTierWatch(first: Tier, canRise: boolean): TierWatch {
  let tier = first
  let sinceChangeMs = restMs
  let totalMs = 0
  let slowTotalMs = 0
  let frames = 0
  let frameTotalMs = 0
  let calmNeededMs = calmMs

  const begin = (): void => {
    totalMs = slowTotalMs = frames = frameTotalMs = 0
  }
  const isTooMuch = (): boolean => totalMs >= windowMs && slowTotalMs > mostSlow * totalMs
  const isEasy = (): boolean => totalMs >= calmNeededMs && slowTotalMs < 0.05 * totalMs && frameTotalMs < easyFrameMs * frames

  return {
    observe(intervalMs, frameMs) {
      if (!(intervalMs > 0 && intervalMs <= longestIntervalMs)) return null
      sinceChangeMs += intervalMs
      totalMs += intervalMs
      frames++
      frameTotalMs += frameMs
      if (intervalMs > (tier === 'high' ? slowMs : lateMs)) slowTotalMs += intervalMs
      if (tier === 'high') {
        const isDown = isTooMuch() && sinceChangeMs >= restMs
        if (totalMs >= windowMs && !isDown) begin()
        return isDown ? 'low' : null
      }
      const isUp = canRise && isEasy()
      if (totalMs >= calmNeededMs && !isUp) begin()
      return isUp ? 'high' : null
    },
    changed(to) {
      // What was tried and was too much is tried again later each time.
      if (tier === 'high' && to === 'low') calmNeededMs *= 2
      tier = to
      sinceChangeMs = 0
      begin()
    },
  }
}
