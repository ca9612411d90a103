import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { assert } from '@balai/engine/core'
import type { CaseApp } from '../state/case-app.ts'

const CaseContext = createContext<CaseApp | null>(null)
export const CaseProvider = CaseContext.Provider

export function useCases(): CaseApp {
  const cases = useContext(CaseContext)
  assert(cases !== null, 'a component of the case pages stands outside CaseProvider')
  return cases
}
