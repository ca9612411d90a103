import type { Shortcut } from '../keys/shortcuts.ts'
import { isPossible, type DeskAction } from './desk-actions.ts'
import type { DeskParts as Parts } from './desk-parts.ts'

const deskActions: ReadonlySet<Shortcut> = new Set<DeskAction>(['next', 'recall', 'serve', 'finish', 'miss', 'verify'])
const talkButtons: ReadonlySet<Shortcut> = new Set(['sound', 'picture', 'write'])

/** Whether a key has anything to do now. */
export function isShortcutPossible({ app, talk }: Parts, shortcut: Shortcut): boolean {
  if (shortcut === 'help') return true
  const counter = app.counter.peek()
  if (!counter) return false
  if (deskActions.has(shortcut) || shortcut === 'close') return isPossible(shortcut as DeskAction, counter)
  if (shortcut === 'camera') return true
  const isTalking = app.contact.peek()?.state === 'talking'
  if (shortcut === 'join') return talk.talk.peek() !== null && !talk.isJoined.peek()
  return isTalking && talk.isJoined.peek()
}

/** Does what the button with that key does. */
export function runShortcut(parts: Parts, shortcut: Shortcut): void {
  const { desk, talk, layout } = parts
  if (deskActions.has(shortcut)) void desk.act(shortcut as DeskAction)
  else if (shortcut === 'close') layout.isClosing.value = true
  else if (shortcut === 'help') layout.isHelpOpen.value = true
  else if (shortcut === 'camera') toggleCamera(parts)
  else if (shortcut === 'join') void talk.join()
  else if (talkButtons.has(shortcut)) pressTalkButton(parts, shortcut)
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
