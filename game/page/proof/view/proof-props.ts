import type { CatalogueResponse } from '../../../api/index.ts'
import type { RegionClock } from '../region-time.ts'
import type { ProofApp } from '../state/proof-app.ts'

/** What every part of the page is given. */
export type ProofProps = { readonly app: ProofApp; readonly catalogue: CatalogueResponse; readonly clock: RegionClock }
