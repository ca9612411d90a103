export type { AtlasJson, AtlasJsonFrame, AtlasSheet } from './atlas.ts'
export type { ScreenDirection } from './facing.ts'
export type { Gesture } from './gestures.ts'
export { createStage } from './stage.ts'
export type {
  FloorPaint,
  GroundPoint,
  PeopleArt,
  PersonFrame,
  PersonLayer,
  PoseCycle,
  Sign,
  Stage,
  StageArt,
  StageEvent,
  StageOptions,
  StageStats,
} from './stage-options.ts'
export { artOfTheme, fetchSheet, loadAtlas } from './theme-art.ts'
export type { PeopleSheet, PlainTile, Theme } from './theme.ts'
export { renderErrors, type RenderErrorCode } from './webgl.ts'
