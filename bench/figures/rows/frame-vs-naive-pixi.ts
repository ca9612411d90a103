import type { Figure } from '../figure.ts'
import { frameVsPhaser } from './frame-vs-phaser.ts'

export const frameVsNaivePixi: Figure = {
  key: 'frame_vs_naive_pixi',
  unit: 'ratio',
  bar: 0.5,
  leastSamples: 180,
  needsPages: false,
  measure: async () => (await import('../../peers/drawing/frame-figures.ts')).measureFrameVs('naivePixi'),
  fault: frameVsPhaser.fault,
}
