import { effect } from '@preact/signals'
import type { AgenciesResponse } from '../../../api/index.ts'
import type { CitizenApp } from '../app/citizen-app.ts'

const freshForMs = 60_000

/** Asks what the agencies of the region can do today: now, when the region changes, when the page is shown again, and when a sheet opens later. */
export function followAgencies(app: CitizenApp): void {
  let askedAtMs = 0
  const ask = async () => {
    const region = app.region?.slug
    if (!region || document.hidden || Date.now() - askedAtMs < freshForMs) return
    askedAtMs = Date.now()
    try {
      const { agencies } = await app.call<AgenciesResponse>('GET', `/api/regions/${region}/agencies`)
      if (app.region?.slug === region) app.agencies.value = new Map(agencies.map((agency) => [agency.agency, agency]))
    } catch {
      // What was known stays; it is asked again soon.
      askedAtMs = 0
    }
  }
  let asked: string | null = null
  effect(() => {
    const region = app.region?.slug ?? null
    if (region !== asked) askedAtMs = 0
    asked = region
    // Whatever opens or closes is a sign that somebody is about to decide.
    void app.panel.value
    void ask()
  })
  document.addEventListener('visibilitychange', () => void ask())
}
