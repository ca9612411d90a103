export type { AtlasJson, AtlasJsonFrame } from './atlas.ts'
export type { ScreenDirection } from './facing.ts'
export { createStage } from './stage.ts'
export type {
  GroundPoint,
  PeopleArt,
  PersonFrame,
  PersonLayer,
  PoseCycle,
  Sign,
  Stage,
  StageEvent,
  StageOptions,
  StageStats,
} from './stage-options.ts'
export { artOfTheme, fetchSheet, loadAtlas, type StageArt } from './theme-art.ts'
export type { PeopleSheet, PlainTile, Theme } from './theme.ts'
export { renderErrors, type RenderErrorCode } from './webgl.ts'
