import type { WingSlug } from '../../../api/index.ts'

/** What the mall tells the page. */
export type MallViewEvent =
  | { readonly type: 'counter-near'; readonly counter: string }
  | { readonly type: 'counter-left'; readonly counter: string }
  | { readonly type: 'wing-entered'; readonly wing: WingSlug }
  /** Let in: one can walk. */
  | { readonly type: 'ready' }
  | { readonly type: 'reconnecting' }
  /** The server has a newer mall than this page. */
  | { readonly type: 'refused' }
  /** The drawing is gone and does not come back. */
  | { readonly type: 'failed' }
