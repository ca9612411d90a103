import type { Tier } from '@balai/engine/host/browser'
import type { WingSlug } from '../../../api/index.ts'
import type { RoomSpot } from '../../../mall/index.ts'

/** What the mall tells the page. */
export type MallViewEvent =
  | { readonly type: 'counter-near'; readonly counter: string }
  | { readonly type: 'counter-left'; readonly counter: string }
  | { readonly type: 'wing-entered'; readonly wing: WingSlug }
  | { readonly type: 'room-entered'; readonly room: RoomSpot }
  /** At the way to other malls. */
  | { readonly type: 'gate-near' }
  | { readonly type: 'gate-left' }
  /** Let in: one can walk. */
  | { readonly type: 'ready' }
  /** The own avatar was seen to move for the first time. */
  | { readonly type: 'first-step' }
  /** How well it is drawn from now on. */
  | { readonly type: 'quality'; readonly tier: Tier }
  /** Put out of a room that is closed now. */
  | { readonly type: 'turned-back' }
  | { readonly type: 'reconnecting' }
  /** The server has a newer mall than this page. */
  | { readonly type: 'refused' }
  /** The drawing is gone and does not come back. */
  | { readonly type: 'failed' }
