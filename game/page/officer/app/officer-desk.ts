import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { listenKeys, type KeyListener } from '../keys/listen-keys.ts'
import type { Shortcut } from '../keys/shortcuts.ts'
import { createCameraDesk, type CameraDesk } from './camera-desk.ts'
import { createConsoleApp, type ConsoleApp, type ConsoleOptions } from './console-app.ts'
import { createDesk, type Desk } from './desk.ts'
import { createLayout, type Layout } from './layout.ts'
import { officerMedia } from './officer-media.ts'
import { openStorage } from '../open-storage.ts'
import { createTalkDesk, type TalkDesk } from './talk-desk.ts'
import { isShortcutPossible, runShortcut } from './run-shortcut.ts'

/** All parts of the officer's page, as its views need them. */
export type OfficerDesk = {
  readonly app: ConsoleApp
  readonly desk: Desk
  readonly camera: CameraDesk
  readonly talk: TalkDesk
  readonly layout: Layout
  readonly keys: KeyListener
}

/** Puts the parts together and loads the start. Lives as long as the page. */
export function createOfficerDesk(options: ConsoleOptions): OfficerDesk {
  const app = createConsoleApp(options)
  const desk = createDesk(app, openStorage('sessionStorage'))
  const camera = createCameraDesk(app)
  const talk = createTalkDesk({ app, desk, camera, media: officerMedia(() => camera.stream.peek()) })
  const layout = createLayout(app)
  const parts = { app, desk, camera, talk, layout }
  const keys = listenKeys({
    mode: app.settings.keyMode,
    isPossible: (shortcut: Shortcut) => isShortcutPossible(parts, shortcut),
    onShortcut: (shortcut: Shortcut) => runShortcut(parts, shortcut),
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
