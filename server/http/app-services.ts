import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ConfigResponse } from '../../game/api/index.ts'
import type { AuditService } from '../audit/index.ts'
import type { CaseService } from '../case/index.ts'
import type { ContactService } from '../contact/index.ts'
import type { Documents } from '../documents/index.ts'
import type { Identity } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { NoticeService } from '../notice/index.ts'
import type { PaymentDesk, PaymentSimulator } from '../payment/index.ts'
import type { PaperServices } from '../papers/index.ts'
import type { QueueService, TicketViews } from '../queue/index.ts'
import type { RightsService } from '../rights/index.ts'
import type { Store } from '../store/index.ts'
import type { StreamOrigin } from '../stream/index.ts'
import type { SurveyService } from '../survey/index.ts'
import type { VoiceService } from '../voice/index.ts'
import type { ClosedRooms } from '../world/index.ts'
import type { Devices } from './devices.ts'
import type { KioskKeys } from './kiosk-keys.ts'
import type { Metrics } from './metrics.ts'

/** What the HTTP interface stands on. */
export type AppServices = {
  readonly malls: Malls
  readonly store: Store
  readonly audit: AuditService
  readonly queue: QueueService
  readonly views: TicketViews
  readonly contact: ContactService
  readonly surveys: SurveyService
  readonly identity: Identity
  readonly stream: StreamOrigin
  readonly metrics: Metrics
  /** Left out: this server takes no cases. They need papers, documents and payments. */
  readonly cases?: CaseService
  /** Left out: this server issues no documents. They need papers. */
  readonly documents?: Documents
  /** Left out: this server takes no papers. */
  readonly papers?: PaperServices
  /** Left out: this server takes no fees. */
  readonly payments?: PaymentDesk
  /** The bank of a demonstration; null: a real provider, or none. */
  readonly simulator?: PaymentSimulator | null
  /** Left out: this server takes no complaints. */
  readonly voice?: VoiceService
  /** Left out: this server tells nobody by itself. */
  readonly notices?: NoticeService
  /** Left out: this server keeps nothing of citizens but their places. */
  readonly rights?: RightsService
  readonly config: ConfigResponse
  readonly devices: Devices
  readonly rooms: ClosedRooms
  readonly kiosks: KioskKeys
  /** Told when an officer has pressed the emergency button. */
  readonly onEmergency: (call: { readonly region: string; readonly counter: string; readonly name: string; readonly text: string }) => void
  /** How many cases each exemption of a service's tariff has lifted; left out: none. */
  readonly exemptionsUsed?: (region: string, service: string) => Promise<Readonly<Record<string, number>>>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** False when a world thread is lost. */
  readonly areWorldsAlive: () => boolean
  /** Told when a session was ended by its holder. */
  readonly onSignedOut: (sessionHash: string) => void
  /** Told when an officer's access was ended by an administrator; left out: nothing of theirs is open beside requests. */
  readonly onAccessEnded?: (officer: string) => void
}
/** The app as the route files of this folder see it: schemas are zod's. */
export type Routes = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
