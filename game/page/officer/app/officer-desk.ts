import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { twiceShortcuts } from '../keys/arming.ts'
import { listenKeys, type KeyListener } from '../keys/listen-keys.ts'
import { shortcutKeys, type Shortcut } from '../keys/shortcuts.ts'
import { soundAlarm } from './alarm.ts'
import { createCameraDesk } from './camera-desk.ts'
import { createConsoleApp, type ConsoleOptions } from './console-app.ts'
import { createDesk } from './desk.ts'
import type { DeskParts } from './desk-parts.ts'
import { hearEmergencies } from './emergencies.ts'
import { createHouseDesk } from './house-desk.ts'
import { createLayout } from './layout.ts'
import { officerMedia } from './officer-media.ts'
import { createPlace } from './place.ts'
import { createRunner } from './run-one.ts'
import { createTalkDesk } from './talk-desk.ts'
import { isShortcutPossible, runShortcut } from './run-shortcut.ts'

/** All parts of the officer's page, as its views need them. */
export type OfficerDesk = DeskParts & { readonly keys: KeyListener }

/** Puts the parts together and loads the start. Lives as long as the page. */
export function createOfficerDesk(options: ConsoleOptions): OfficerDesk {
  const app = createConsoleApp(options)
  const runner = createRunner(app)
  const desk = createDesk(app, runner)
  const house = createHouseDesk(app, runner)
  const isOwn = ({ counter }: { counter: string }): boolean => counter === app.counter.peek()?.counter.label
  const emergencies = hearEmergencies(app.socket, { isOwn, alarm: soundAlarm })
  const camera = createCameraDesk(app)
  const talk = createTalkDesk({ app, desk, camera, media: officerMedia(() => camera.stream.peek()) })
  const layout = createLayout(app)
  const parts = { app, desk, house, emergencies, camera, talk, layout, place: createPlace(window) }
  const keys = listenKeys({
    table: shortcutKeys,
    twice: twiceShortcuts,
    mode: app.settings.keyMode,
    isPossible: (shortcut: Shortcut) => isShortcutPossible(parts, shortcut),
    onShortcut: (shortcut: Shortcut) => runShortcut(parts, shortcut),
    onEscape: () => {
      app.problem.value = null
    },
  })
  void app.load()
  return { ...parts, keys }
}

const OfficerContext = createContext<OfficerDesk | null>(null)
export const OfficerProvider = OfficerContext.Provider

/** The parts of the page that this component stands in. */
export function useOfficer(): OfficerDesk {
  const parts = useContext(OfficerContext)
  if (!parts) throw new TypeError('useOfficer must be called below an OfficerProvider')
  return parts
}
