import type { Shortcut } from '../keys/shortcuts.ts'
import type { PlainAction } from './desk.ts'
import { isPossible, type DeskAction } from './desk-actions.ts'
import type { DeskParts as Parts } from './desk-parts.ts'

const plainActions: ReadonlySet<Shortcut> = new Set<PlainAction>(['next', 'recall', 'serve', 'finish', 'skip', 'verify'])
const askedActions: ReadonlySet<Shortcut> = new Set<DeskAction>(['park', 'transfer', 'note', 'pause', 'close'])
const alwaysPossible: ReadonlySet<Shortcut> = new Set<Shortcut>(['list', 'manage', 'emergency', 'camera'])
const talkButtons: ReadonlySet<Shortcut> = new Set(['sound', 'picture', 'write'])

/** Whether a key has anything to do now. */
export function isShortcutPossible({ app, desk, talk, place }: Parts, shortcut: Shortcut): boolean {
  if (shortcut === 'help') return true
  if (shortcut === 'cases') return app.start.peek() !== null
  // The letters belong to the cases while they are in sight.
  if (place.at.peek() === 'cases' && shortcut !== 'emergency') return false
  const counter = app.counter.peek()
  if (!counter) return false
  if (plainActions.has(shortcut) || askedActions.has(shortcut)) {
    return isPossible(shortcut as DeskAction, counter) && !desk.isHeld(shortcut as DeskAction)
  }
  if (alwaysPossible.has(shortcut)) return true
  const isTalking = app.contact.peek()?.state === 'talking'
  if (shortcut === 'join') return talk.talk.peek() !== null && !talk.isJoined.peek()
  return isTalking && talk.isJoined.peek()
}

/** Does what the button with that key does. */
export function runShortcut(parts: Parts, shortcut: Shortcut): void {
  const { desk, talk, layout } = parts
  if (plainActions.has(shortcut)) void desk.act(shortcut as PlainAction)
  else if (askedActions.has(shortcut)) askFor(parts, shortcut as DeskAction)
  else if (shortcut === 'manage' || shortcut === 'emergency') layout.open({ type: shortcut })
  else if (shortcut === 'cases') parts.place.toggle()
  else if (shortcut === 'list') goToList(parts)
  else if (shortcut === 'help') layout.isHelpOpen.value = true
  else if (shortcut === 'camera') toggleCamera(parts)
  else if (shortcut === 'join') void talk.join()
  else if (talkButtons.has(shortcut)) pressTalkButton(parts, shortcut)
}

/** Opens the window of an action that needs a word more; a pause that is on ends without a question. */
export function askFor({ app, desk, layout }: Pick<Parts, 'app' | 'desk' | 'layout'>, action: DeskAction): void {
  const counter = app.counter.peek()
  if (!counter || !isPossible(action, counter)) return
  if (action === 'pause' && counter.paused !== null) void desk.pause(null)
  else if (action === 'pause' || action === 'close') layout.open({ type: action })
  else if (counter.current && (action === 'park' || action === 'transfer' || action === 'note')) {
    layout.open({ type: action, ticket: counter.current.id })
  }
}

/** Puts the focus on the queue: on its first row, or on the tab of an empty list. */
function goToList({ layout }: Parts): void {
  layout.part.value = 'queue'
  requestAnimationFrame(() => {
    const place =
      document.querySelector<HTMLElement>('.queue-row[tabindex="0"]') ?? document.querySelector<HTMLElement>('.queue-tab[tabindex="0"]')
    place?.focus()
  })
}

export function toggleCamera({ camera }: Pick<Parts, 'camera'>): void {
  if (camera.state.peek() === 'off') void camera.switchOn('all')
  else camera.switchOff()
}

function pressTalkButton({ talk, layout }: Parts, shortcut: Shortcut): void {
  const now = talk.talk.peek()
  if (!now) return
  layout.part.value = 'talk'
  const rung = now.contact.peek()?.rung ?? 'chat'
  if (shortcut === 'sound') return rung === 'chat' ? now.setRung('audio') : now.toggleMute()
  if (shortcut === 'picture') return rung === 'video' ? now.toggleCamera() : now.setRung('video')
  // The pane of the talk opens its own writing; when it lies open, only the field is wanted.
  if (!writeField()) document.querySelector<HTMLButtonElement>('.talk-buttons .talk-button:nth-child(3)')?.click()
  requestAnimationFrame(() => writeField()?.focus())
}

function writeField(): HTMLElement | null {
  return document.getElementById('chat-text')
}
