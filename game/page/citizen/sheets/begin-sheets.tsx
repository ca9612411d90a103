import { mount } from '../app/live-parts.tsx'
import type { Citizen } from '../app/app-context.tsx'
import { LiveAgency } from './agency-now.tsx'
import { followAgencies } from './agency-news.ts'
import { announceCall, followEnd } from './announce-call.ts'

/** What begins to live once this part of the page has come. */
export function beginSheets(citizen: Citizen): void {
  const { app } = citizen
  announceCall(app)
  followEnd(app)
  followAgencies(app)
  for (const place of document.querySelectorAll<HTMLElement>('[data-live-agency]')) {
    const { liveAgency: agency = '', part } = place.dataset
    const group = place.closest('details')?.querySelector<HTMLElement>('[data-live-group]')?.dataset.liveGroup ?? ''
    mount(citizen, place, <LiveAgency agency={agency} group={group} part={part === 'short' ? 'short' : 'rest'} />)
  }
}
