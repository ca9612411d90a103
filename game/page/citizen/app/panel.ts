import type { TicketRequest } from '../../../api/index.ts'

/** The one sheet that lies over the page. */
export type Panel =
  | { readonly kind: 'sign-in'; readonly take: TicketRequest | null }
  | { readonly kind: 'taking' }
  | { readonly kind: 'ticket'; readonly ticket: string }
  /** `isNear`: opened by walking up to it, not by a tap. */
  | { readonly kind: 'counter'; readonly counter: string; readonly isNear?: boolean }
  | { readonly kind: 'talk'; readonly ticket: string }
  | { readonly kind: 'survey'; readonly ticket: string }
  | { readonly kind: 'account' }
