import { CodedError } from '@balai/engine/core'
import type { AdminStart } from '../../../api/index.ts'
import type { ApiCall } from '../../shared/index.ts'

export type LoadedAdmin = { readonly state: 'signed-out' | 'forbidden' } | { readonly state: 'ready'; readonly start: AdminStart }

/** Who this is and what they may administer. @throws CodedError of the API, but for who may not */
export async function loadAdmin(call: ApiCall): Promise<LoadedAdmin> {
  try {
    return { state: 'ready', start: await call<AdminStart>('GET', '/api/admin') }
  } catch (error) {
    if (error instanceof CodedError && error.code === 'sign-in-required') return { state: 'signed-out' }
    if (error instanceof CodedError && error.code === 'forbidden') return { state: 'forbidden' }
    throw error
  }
}
