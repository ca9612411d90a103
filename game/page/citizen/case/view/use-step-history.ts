import { useEffect, useRef } from 'preact/hooks'
import type { Apply } from '../state/apply.ts'

/**
 * Each step is a place in the browser's history, so that the phone's Back is one step back, and never out of the form with everything in it.
 * @param onMove after the step has changed
 * @returns goes on to a step
 */
export function useStepHistory(apply: Apply, at: number, onMove: () => void): (step: number) => void {
  const last = useRef(at)
  useEffect(() => {
    // A draft that is opened again in its middle has its earlier steps behind it.
    if (stepOf(history.state) === null) {
      history.replaceState({ step: 0 }, '')
      for (let step = 1; step <= at; step++) history.pushState({ step }, '')
    }
    const onPop = (event: PopStateEvent) => {
      const step = stepOf(event.state)
      if (step !== null) apply.go(step)
    }
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [])
  useEffect(() => {
    if (last.current !== at) onMove()
    last.current = at
  }, [at])
  return (step) => {
    history.pushState({ step }, '')
    apply.go(step)
  }
}

function stepOf(state: unknown): number | null {
  const step = (state as { step?: unknown } | null)?.step
  return typeof step === 'number' ? step : null
}
