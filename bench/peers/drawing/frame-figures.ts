import type { Measurement } from '../../figures/figure.ts'
import { type FrameCosts, measureFrames } from './measure-frames.ts'

/** Both ratios come from one run. */
let run: Promise<FrameCosts> | null = null

/** CPU time of the drawing thread a frame over that of a peer which draws the same. n: frames of each. */
export async function measureFrameVs(peer: 'naivePixi' | 'phaser'): Promise<Measurement> {
  run ??= measureFrames()
  const { cpuMs, frames } = await run
  return { value: cpuMs.ours / cpuMs[peer], n: frames }
}
