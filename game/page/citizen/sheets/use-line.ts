import { useEffect, useState } from 'preact/hooks'
import type { Agency, AgencyStateView, CatalogueResponse, Service, ServiceGroup } from '../../../api/index.ts'
import { callSentence, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import type { Line } from '../app/panel.ts'

/** A line of the region as the catalogue tells it, which is fetched when it is not here yet. */
export type KnownLine = {
  readonly catalogue: CatalogueResponse | null
  readonly agency: Agency | null
  readonly group: ServiceGroup | null
  readonly service: Service | null
  readonly state: AgencyStateView | null
  /** Why the catalogue did not come, as a sentence. */
  readonly problem: string
  retry(): void
}

export function useLine(line: Line): KnownLine {
  const { app } = useCitizen()
  const { t } = useText()
  const [problem, setProblem] = useState('')
  const retry = () => {
    setProblem('')
    app.loadCatalogue().catch((error: unknown) => setProblem(callSentence(error, t)))
  }
  useEffect(retry, [])
  const catalogue = app.catalogue.value
  const agency = catalogue?.agencies.find((row) => row.groups.some((one) => one.slug === line.group)) ?? null
  const group = agency?.groups.find((row) => row.slug === line.group) ?? null
  const service = group?.services.find((row) => row.slug === line.service) ?? null
  return { catalogue, agency, group, service, problem, retry, state: (agency && app.agencies.value.get(agency.slug)) ?? null }
}
