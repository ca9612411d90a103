import { scene as high } from './entrance.scene.ts'
import type { VisualScene } from './visual-scene.ts'

export const scene: VisualScene = {
  ...high,
  shows: 'the entrance on a phone that is short of memory: half as sharp, no light on the floor',
  tier: 'low',
}
