import type { CatalogueResponse, Region } from '../../../api/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import { rememberRegion } from './last-region.tsx'

/** Going from mall to mall while the page stays. The list under it is the one the page was loaded with. */
export type Travel = {
  /** Into this region's mall, whose catalogue is here already. The address follows once one stands there: see `arrive`. */
  go(region: Region, catalogue: CatalogueResponse): void
  /** The mall of where one is has opened. */
  arrive(): void
  /** The address of the list that belongs to where one is; null when it is the one that the page has. */
  listElsewhere(): string | null
  /** Back to the region that the page was loaded for. */
  comeBack(): void
}

/** @param page the element that wears the region's colours */
export function createTravel(app: CitizenApp, page: Element, history: Pick<History, 'state' | 'replaceState'>): Travel {
  const home = app.region
  const isAway = () => app.region !== null && app.region.slug !== home?.slug
  /** Also when one has come back: the address is that of the mall between. */
  let hasTravelled = false
  const move = (region: Region, catalogue: CatalogueResponse | null) => {
    app.moveTo(region, catalogue)
    page.className = page.className.replace(/\btheme-\w+/, `theme-${region.theme}`)
    rememberRegion(region)
  }
  return {
    go(region, catalogue) {
      hasTravelled = true
      move(region, catalogue)
    },
    // Not before: leaving the sheet in which the region was chosen is a step back in the history, and takes its time.
    arrive() {
      if (app.region && (isAway() || hasTravelled)) history.replaceState(history.state, '', `/${app.region.slug}`)
    },
    listElsewhere: () => (app.region && isAway() ? `/${app.region.slug}` : null),
    comeBack() {
      hasTravelled = false
      if (home && isAway()) move(home, null)
    },
  }
}
