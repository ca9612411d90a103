import type { TicketRequest } from '../../../api/index.ts'

/** The one sheet that lies over the page. */
export type Panel =
  | { readonly kind: 'sign-in'; readonly take: TicketRequest | null }
  | { readonly kind: 'taking' }
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'counter'; readonly counter: string }
  | { readonly kind: 'talk'; readonly ticket: string }
  | { readonly kind: 'survey'; readonly ticket: string }
  | { readonly kind: 'account' }
