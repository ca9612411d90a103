import type { TicketRequest } from '../../../api/index.ts'

/** What the mall itself opens: search, plan, ways to other malls, settings, keys, clothes. */
export type MallTool = 'find' | 'plan' | 'gate' | 'settings' | 'keys' | 'look'

/** A line to be entered, and the service that the person looked at, when it was one. */
export type Line = { readonly group: string; readonly service: string | null }

/** The one sheet that lies over the page. */
export type Panel =
  /** What was wished before signing in goes on after it: a place, or a kiosk's ticket by its code. */
  | { readonly kind: 'sign-in'; readonly take: TicketRequest | null; readonly claim?: string }
  /** Before a number is taken: to go first, and more services in one visit. */
  | ({ readonly kind: 'wish' } & Line)
  /** A day and a time instead of a number now. */
  | ({ readonly kind: 'book' } & Line)
  | { readonly kind: 'taking' }
  | { readonly kind: 'claim'; readonly code: string }
  | { readonly kind: 'ticket'; readonly ticket: string }
  /** What is promised for a service, and the way to apply for it. */
  | { readonly kind: 'service'; readonly service: string }
  /** `isNear`: opened by walking up to it, not by a tap. */
  | { readonly kind: 'counter'; readonly counter: string; readonly isNear?: boolean }
  | { readonly kind: 'talk'; readonly ticket: string }
  /** `of`: a case that has come to its end, instead of a talk. */
  | { readonly kind: 'survey'; readonly ticket: string; readonly of?: 'case' }
  | { readonly kind: 'account' }
  /** `isNear`: opened by walking there. */
  | { readonly kind: 'mall'; readonly tool: MallTool; readonly isNear?: boolean }
