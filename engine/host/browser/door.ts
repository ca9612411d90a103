// `@balai/engine`: what an application's page needs, and what its page, worker and server share. Nothing here brings drawing or physics.
export { CodedError, tickMs } from '../../core/index.ts'
export type { AtlasJson, PeopleSheet, PlainTile, Sign, Theme } from '../../render/index.ts'
export { defineExtension, type Extension, type ExtensionEvent, type SimWorld } from '../../sim/index.ts'
export {
  MapError,
  type MapErrorCode,
  parseTiledMap,
  type SpaceMap,
  type Zone,
  zoneByName,
  zonesAt,
  zonesOfKind,
} from '../../space/index.ts'
export { listenToHands } from './hands.ts'
export { mount, type MountOptions } from './mount.ts'
export { sceneErrors, type SceneErrorCode, type SceneEvent } from './mount-scene.ts'
export { planMap, type PlanMark } from './plan-map.ts'
export type { Scene, SceneStats } from './scene.ts'
export type { SceneWorkers } from './scene-threads.ts'
export type { RenderThread } from './threads.ts'
