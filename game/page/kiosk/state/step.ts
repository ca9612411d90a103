import type { KioskTicket, WingSlug } from '../../../api/index.ts'

/** The screen that is shown. */
export type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'wings' }
  | { readonly kind: 'lines'; readonly wing: WingSlug }
  /** `from`: where "back" leads. */
  | { readonly kind: 'services'; readonly group: string; readonly from: 'wings' | 'lines' }
  /** What the number taker tells. `from`: where "back" leads. */
  | { readonly kind: 'taking'; readonly from: Step }
  /** A ticket that was just taken, or one that was found by its code. */
  | { readonly kind: 'number'; readonly found: KioskTicket; readonly isNew: boolean }
  | { readonly kind: 'code' }
  /** A document is printed by its holder; what is typed stays on the screen and goes with it. */
  | { readonly kind: 'print' }
  /** The server does not take this screen for a kiosk of the mall. */
  | { readonly kind: 'unpaired' }

/** After so many seconds without a touch the next person finds the start; null: the screen stays. */
export function leaveAfterS({ kind }: Step): number | null {
  if (kind === 'start' || kind === 'unpaired') return null
  if (kind === 'number') return 30
  // A lost network is waited for, but not for ever: the wish is kept.
  return kind === 'taking' ? 150 : 60
}

/** From here on the seconds that are left are shown, so that nobody is cut off unawares. */
export function isCountShown({ kind }: Step, secondsLeft: number): boolean {
  return kind === 'number' || secondsLeft <= 15
}
