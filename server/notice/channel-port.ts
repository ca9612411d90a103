import type { NoticeChannel, Outcome } from '../../game/case/index.ts'

/** Brings one sentence to one address. It never rejects for what an address or a provider did: that is an outcome. */
export interface MessageSender {
  send(message: { readonly to: string; readonly text: string }): Promise<Outcome>
}
/** The providers of this install; a way that is missing has none. */
export type MessageSenders = { readonly [Channel in Exclude<NoticeChannel, 'push'>]?: MessageSender }
