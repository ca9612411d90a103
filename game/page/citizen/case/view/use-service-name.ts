import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Localized } from '../../../../case/index.ts'
import { fetchStandard } from '../state/load-standard.ts'
import { useCases } from './case-context.tsx'

/** A service's name for people: of its standard, which this device may have; null until it is known. */
export function useServiceName(of: { readonly region: string; readonly service: string }): Localized | null {
  const cases = useCases()
  const name = useSignal<Localized | null>(null)
  useEffect(() => {
    fetchStandard(cases, of).then(
      (standard) => (name.value = standard.name),
      () => undefined,
    )
  }, [of.region, of.service])
  return name.value
}
