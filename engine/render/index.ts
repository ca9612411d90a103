export type { AtlasJson, AtlasJsonFrame } from './atlas.ts'
export type { ScreenDirection } from './facing.ts'
export { createStage } from './stage.ts'
export type {
  GroundPoint, PeopleArt, PersonLayer, PoseCycle, Sign, Stage, StageEvent, StageOptions, StageStats,
} from './stage-options.ts'
export { renderErrors, type RenderErrorCode } from './webgl.ts'
