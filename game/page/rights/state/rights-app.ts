import { CodedError } from '@balai/engine/core'
import { signal, type Signal } from '@preact/signals'
import type {
  AccessesResponse,
  DataRequestOpen,
  DataRequestRequest,
  DataRequestView,
  ErasureResponse,
  RightsView,
  SessionResponse,
} from '../../../api/index.ts'
import type { RetentionSlug } from '../../../case/index.ts'
import type { ApiCall } from '../../shared/index.ts'

/** What the page knows. */
export type RightsApp = {
  readonly nikMasked: string
  readonly rights: Signal<RightsView>
  readonly accesses: AccessesResponse['accesses']
  withdraw(consent: string): Promise<void>
  /** @returns what was erased and what stays */
  erase(only: RetentionSlug | null): Promise<ErasureResponse>
  ask(request: DataRequestRequest): Promise<void>
  /** What was written, and the answer. */
  open(request: string): Promise<DataRequestOpen>
}

/** Everything that the page shows, or null for who has not signed in as a citizen. @throws CodedError of the API */
export async function openRights(call: ApiCall): Promise<RightsApp | null> {
  const { session } = await call<SessionResponse>('GET', '/api/session')
  if (session?.role !== 'citizen') return null
  try {
    const [first, { accesses }] = await Promise.all([
      call<RightsView>('GET', '/api/rights'),
      call<AccessesResponse>('GET', '/api/accesses'),
    ])
    const rights = signal(first)
    const renew = async (): Promise<void> => {
      rights.value = await call<RightsView>('GET', '/api/rights')
    }
    return {
      nikMasked: session.nikMasked,
      rights,
      accesses,
      async withdraw(consent) {
        await call('POST', `/api/rights/consents/${consent}/withdraw`)
        await renew()
      },
      async erase(only) {
        const answer = await call<ErasureResponse>('POST', '/api/rights/erasure', { body: { class: only } })
        await renew()
        return answer
      },
      async ask(request) {
        await call<DataRequestView>('POST', '/api/rights/requests', { body: request })
        await renew()
      },
      open: (request) => call<DataRequestOpen>('GET', `/api/rights/requests/${request}`),
    }
  } catch (error) {
    if (error instanceof CodedError && error.code === 'sign-in-required') return null
    throw error
  }
}
