import { useEffect, useState } from 'preact/hooks'
import type * as tools from './tools/index.ts'

/** The sheets and palettes of the mall: a part of its own, fetched after the first step or when one is asked for. */
export type Tools = typeof tools

/** After the first step, so that this part takes nothing from what walking needs. */
const restMs = 1200

/** @param isWanted needed now @param isIdle nothing else is to be fetched any more */
export function useTools(isWanted: boolean, isIdle: boolean, onFailure: () => void): Tools | null {
  const [loaded, setLoaded] = useState<Tools | null>(null)
  const fetchNow = () => {
    import('./tools/index.ts').then(setLoaded, () => {
      if (isWanted) onFailure()
    })
  }
  useEffect(() => {
    if (loaded) return
    if (isWanted) fetchNow()
    else if (isIdle) {
      const timer = setTimeout(fetchNow, restMs)
      return () => clearTimeout(timer)
    }
  }, [isWanted, isIdle])
  return loaded
}
