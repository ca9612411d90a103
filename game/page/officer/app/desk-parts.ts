import type { CameraDesk } from './camera-desk.ts'
import type { ConsoleApp } from './console-app.ts'
import type { Desk } from './desk.ts'
import type { Emergencies } from './emergencies.ts'
import type { HouseDesk } from './house-desk.ts'
import type { Layout } from './layout.ts'
import type { Place } from './place.ts'
import type { TalkDesk } from './talk-desk.ts'

/** The parts of the officer's page that a key or a button can act on. */
export type DeskParts = {
  readonly app: ConsoleApp
  readonly desk: Desk
  readonly house: HouseDesk
  readonly emergencies: Emergencies
  readonly camera: CameraDesk
  readonly talk: TalkDesk
  readonly layout: Layout
  readonly place: Place
}
