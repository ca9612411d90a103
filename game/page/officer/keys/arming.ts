import type { Shortcut } from './shortcuts.ts'

/** These end a person's turn: a letter typed beside the text field must not. */
const twice: ReadonlySet<Shortcut> = new Set(['finish', 'skip'])

/** A key that waits for its second press. */
export type Armed = { readonly shortcut: Shortcut; readonly untilMs: number } | null

export const armedMs = 4_000

/** What a press does: `fires`, or arms the key so that the same press within four seconds fires. Any other key disarms. */
export function pressKey(armed: Armed, shortcut: Shortcut, nowMs: number): { readonly fires: boolean; readonly armed: Armed } {
  if (!twice.has(shortcut)) return { fires: true, armed: null }
  if (armed?.shortcut === shortcut && nowMs <= armed.untilMs) return { fires: true, armed: null }
  return { fires: false, armed: { shortcut, untilMs: nowMs + armedMs } }
}
