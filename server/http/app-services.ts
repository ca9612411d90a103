import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ConfigResponse } from '../../game/api/index.ts'
import type { ContactService } from '../contact/index.ts'
import type { Identity } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { QueueService, TicketViews } from '../queue/index.ts'
import type { Store } from '../store/index.ts'
import type { StreamOrigin } from '../stream/index.ts'
import type { Devices } from './devices.ts'
import type { KioskKeys } from './kiosk-keys.ts'
import type { Metrics } from './metrics.ts'

/** What the HTTP interface stands on. */
export type AppServices = {
  readonly malls: Malls
  readonly store: Store
  readonly queue: QueueService
  readonly views: TicketViews
  readonly contact: ContactService
  readonly identity: Identity
  readonly stream: StreamOrigin
  readonly metrics: Metrics
  readonly config: ConfigResponse
  readonly devices: Devices
  readonly kiosks: KioskKeys
  /** Told when an officer has pressed the emergency button. */
  readonly onEmergency: (call: { readonly region: string; readonly counter: string; readonly name: string; readonly text: string }) => void
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** False when a world thread is lost. */
  readonly areWorldsAlive: () => boolean
  /** Told when a session was ended by its holder. */
  readonly onSignedOut: (sessionHash: string) => void
}
/** The app as the route files of this folder see it: schemas are zod's. */
export type Routes = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
