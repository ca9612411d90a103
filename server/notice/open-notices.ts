import type { Log } from '../identity/index.ts'
import { deriveKeys, sign } from '../identity/index.ts'
import type { Store } from '../store/index.ts'
import type { MessageSenders } from './channel-port.ts'
import { httpSender } from './http-sender.ts'
import { createNoticeAddresses } from './notice-addresses.ts'
import { createNoticeService, type NoticeService } from './notice-service.ts'
import { createPushSender } from './push-sender.ts'

type Gateway = { readonly url: string; readonly token: string }
/** What an install may set. Without a gateway a way is skipped, and says so. */
export type NoticeConfig = {
  readonly sms: Gateway | null
  readonly whatsapp: Gateway | null
  readonly email: Gateway | null
  /** Who answers for the install towards push services: `mailto:` or https. */
  readonly pushContact: string
  /** Hosts of push services beside the known ones. */
  readonly pushServices: readonly string[]
}

/** Puts notices together from an install's settings. */
export function openNotices(options: {
  config: NoticeConfig
  store: Store
  secret: Uint8Array
  clock: () => number
  offsetOf: (region: string, atMs: number) => number
  log: Log
}): NoticeService {
  const { config, store, secret, clock, offsetOf, log } = options
  const key = deriveKeys(secret).push
  const push = createPushSender({ key, subject: config.pushContact, extraServices: config.pushServices, log })
  const addresses = createNoticeAddresses({ store, clock, push, key: Buffer.from(sign(key, 'addresses'), 'hex') })
  const senders: MessageSenders = {
    ...senderOf('sms', config.sms, log),
    ...senderOf('whatsapp', config.whatsapp, log),
    ...senderOf('email', config.email, log),
  }
  return createNoticeService({ store, clock, addresses, push, senders, offsetOf, log })
}

function senderOf(channel: keyof MessageSenders, gateway: Gateway | null, log: Log): MessageSenders {
  return gateway === null ? {} : { [channel]: httpSender({ ...gateway, log }) }
}
