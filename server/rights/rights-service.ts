import type { Audit } from '../audit/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { Log } from '../identity/index.ts'
import type { CitizenRow, Store } from '../store/index.ts'
import { createBreaches, type Breaches } from './breaches.ts'
import { createConsents, type Consents, type StopProcessing } from './consents.ts'
import { createDataRequests, type DataRequests } from './data-requests.ts'
import { createEraser, type Eraser } from './erase.ts'
import { exportFiles } from './export-data.ts'
import { createHoldings, type Holdings } from './holdings.ts'
import { writeZip } from './zip.ts'

/** A citizen's rights over their data (UU 27/2022), and what the install owes for them. Refusals are CodedError of apiErrors. */
export type RightsService = {
  readonly consents: Consents
  readonly holdings: Holdings
  readonly requests: DataRequests
  readonly breaches: Breaches
  readonly eraser: Eraser
  /** Everything that is held, as a zip that is written while it is read. */
  exportOf(citizen: CitizenRow): Promise<AsyncGenerator<Uint8Array>>
  /** Hourly: what is past its time, and withdrawals that have not stopped. */
  tend(regions: readonly string[]): Promise<{ readonly retired: number; readonly overdueStops: number }>
}

export function createRightsService(options: {
  store: Store
  vault: PaperVault
  audit: Audit
  clock: () => number
  stop: StopProcessing
  tellBreach: Parameters<typeof createBreaches>[0]['tell']
  log: Log
}): RightsService {
  const { store, vault, audit, clock, stop, tellBreach, log } = options
  const consents = createConsents({ store, clock, stop, log })
  const holdings = createHoldings({ store, vault })
  const eraser = createEraser({ store, holdings, vault, clock })
  return {
    consents,
    holdings,
    eraser,
    requests: createDataRequests({ store, vault, clock }),
    breaches: createBreaches({ store, clock, tell: tellBreach }),
    exportOf: async (citizen) => writeZip(await exportFiles(citizen, { store, holdings, consents, vault, audit, clock })),
    async tend(regions) {
      return { retired: await eraser.retire(regions), overdueStops: await consents.finishStops() }
    },
  }
}
