import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { StandardResponse } from '../../../../api/index.ts'
import { fetchStandard } from '../state/load-standard.ts'
import { useCases } from './case-context.tsx'

/** A service as people are told of it, and the zone of its office: of its standard, which this device may have; null until it is known. */
export function useService(of: { readonly region: string; readonly service: string }): Pick<StandardResponse, 'name' | 'timeZone'> | null {
  const cases = useCases()
  const service = useSignal<StandardResponse | null>(null)
  useEffect(() => {
    fetchStandard(cases, of).then(
      (standard) => (service.value = standard),
      () => undefined,
    )
  }, [of.region, of.service])
  return service.value
}
