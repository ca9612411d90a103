import type { TicketRequest } from '../../../api/index.ts'

/** What the mall itself opens: search, plan, ways to other malls, settings, keys, clothes. */
export type MallTool = 'find' | 'plan' | 'gate' | 'settings' | 'keys' | 'look'

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
  /** `isNear`: opened by walking there. */
  | { readonly kind: 'mall'; readonly tool: MallTool; readonly isNear?: boolean }
