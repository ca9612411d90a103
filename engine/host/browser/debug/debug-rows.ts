import type { SceneStats } from '../scene.ts'

/** What one look at a scene's figures found, and when, ms. */
export type Look = { readonly stats: SceneStats; readonly atMs: number }

/** The rows of the overlay, as name and value; rates are those since the look before. */
export function debugRows({ atMs, stats: { sim, stage } }: Look, before: Look | null): readonly (readonly [string, string])[] {
  const seconds = before === null ? 0 : (atMs - before.atMs) / 1000
  const rate = (now: number, then: number | undefined): string => (seconds > 0 ? ((now - (then ?? now)) / seconds).toFixed(0) : '–')
  const own = sim.own === null ? '–' : `${sim.own.x.toFixed(1)}, ${sim.own.z.toFixed(1)}`
  return [
    ['tick', String(sim.tick)],
    ['frame', `${stage.frameMs.toFixed(1)} ms`],
    ['frames', `${rate(stage.frames, before?.stats.stage.frames)} /s`],
    ['draw calls', String(stage.drawCalls)],
    ['sprites', String(stage.sprites)],
    ['tier', stage.tier],
    ['storey', String(stage.storey)],
    ['own', own],
    ['known', String(sim.avatars)],
    ['in view', String(stage.inView)],
    ['down', `${rate(sim.bytesDown, before?.stats.sim.bytesDown)} B/s`],
    ['up', `${rate(sim.bytesUp, before?.stats.sim.bytesUp)} B/s`],
    ['round trip', `${sim.rttMs.toFixed(0)} ms`],
    ['lag', `${sim.lagTicks} ticks`],
    ['corrections', String(sim.corrections)],
    ['divergences', String(sim.divergences)],
    ['skipped', String(sim.snapshotsSkipped)],
  ]
}
