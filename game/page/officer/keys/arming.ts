import type { Shortcut } from './shortcuts.ts'

/** These end a person's turn: a letter typed beside the text field must not. */
export const twiceShortcuts: ReadonlySet<string> = new Set<Shortcut>(['finish', 'skip'])

/** A key that waits for its second press. */
export type Armed<Name extends string = Shortcut> = { readonly shortcut: Name; readonly untilMs: number } | null

export const armedMs = 4_000

/** What a press does: `fires`, or arms the key so that the same press within four seconds fires. Any other key disarms. */
export function pressKey<Name extends string>(
  armed: Armed<Name>,
  shortcut: Name,
  nowMs: number,
  twice: ReadonlySet<string> = twiceShortcuts,
): { readonly fires: boolean; readonly armed: Armed<Name> } {
  if (!twice.has(shortcut)) return { fires: true, armed: null }
  if (armed?.shortcut === shortcut && nowMs <= armed.untilMs) return { fires: true, armed: null }
  return { fires: false, armed: { shortcut, untilMs: nowMs + armedMs } }
}
