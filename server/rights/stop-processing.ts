import { CodedError } from '@balai/engine/core'
import type { Consent } from '../../game/case/index.ts'
import type { CaseDirectory } from '../case/index.ts'
import type { NoticeAddresses } from '../notice/index.ts'
import type { Store } from '../store/index.ts'
import type { StopProcessing } from './consents.ts'

/** What ends with each agreement: notices forget where to go, and an application that is not decided is withdrawn. */
export function createStops(options: {
  addresses: Pick<NoticeAddresses, 'forgetAll'>
  cases: () => Pick<CaseDirectory, 'withdraw'>
  store: Pick<Store, 'recordsOf' | 'putRecord'>
  clock: () => number
}): StopProcessing {
  const { addresses, cases, store, clock } = options
  const stops: Readonly<Record<Consent['purpose'], StopProcessing>> = {
    notices: (citizen) => addresses.forgetAll(citizen),
    async 'case-papers'(citizen, { about }) {
      if (about?.kind !== 'case') return
      try {
        await cases().withdraw(citizen, about.id)
      } catch (error) {
        // A case that is decided or over goes on with nothing that could stop.
        if (!(error instanceof CodedError) || (error.code !== 'case-state' && error.code !== 'unknown-case')) throw error
      }
      // What the case itself wrote down of it, paper by paper, ends with it.
      for (const row of await store.recordsOf('consent', citizen)) {
        if ((row.data as { case?: unknown }).case === about.id) await store.putRecord({ ...row, state: 'stopped', updatedAtMs: clock() })
      }
    },
  }
  return (citizen, consent) => stops[consent.purpose](citizen, consent)
}
