import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { CatalogueResponse } from '../../../../api/index.ts'
import type { KeyListener } from '../../keys/listen-keys.ts'
import type { CaseKey } from '../keys/case-keys.ts'
import type { CaseDesk } from '../state/case-desk.ts'

/** What every part of the cases' place stands in. */
export type CaseParts = {
  readonly desk: CaseDesk
  readonly keys: KeyListener<CaseKey>
  /** Of the region whose cases are shown; null until it has come. */
  readonly catalogue: ReadonlySignal<CatalogueResponse | null>
  readonly regions: readonly { readonly slug: string; readonly name: string }[]
  readonly region: ReadonlySignal<string | null>
  readonly chosenRegion: Signal<string | null>
  /** Times the size at which a paper fits; 1 to 4. */
  readonly zoom: Signal<number>
  /** Which of the three parts a narrow screen shows. */
  readonly part: Signal<'list' | 'case' | 'paper'>
}

const CaseContext = createContext<CaseParts | null>(null)
export const CaseProvider = CaseContext.Provider

/** The parts of the place that this component stands in. */
export function useCases(): CaseParts {
  const parts = useContext(CaseContext)
  if (!parts) throw new TypeError('useCases must be called below a CaseProvider')
  return parts
}
