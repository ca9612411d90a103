import { useEffect, useState } from 'preact/hooks'
import { useCitizen } from '../app/app-context.tsx'
import { isHintSeen, rememberHint } from '../app/first-hint.tsx'
import type { NewcomerCard } from './notices.ts'

/** An offer that nobody takes goes by itself. */
const offerMs = 12_000

export type Newcomer = { readonly card: NewcomerCard | null; close(): void }

/** For those who come for the first time, one after the other and each once: how to walk and search, then, after the first step, how to look. */
export function useNewcomer(isIn: boolean, hasStepped: boolean): Newcomer {
  const { app } = useCitizen()
  const [isHinting, setHinting] = useState(() => !isHintSeen('mall'))
  const [isOffering, setOffering] = useState(false)
  const endHint = () => {
    setHinting(false)
    rememberHint('mall')
  }
  useEffect(() => {
    if (!hasStepped) return
    // Who walks has found the way.
    if (isHinting) endHint()
    if (isHintSeen('look')) return
    rememberHint('look')
    setOffering(true)
    const timer = setTimeout(() => setOffering(false), offerMs)
    return () => clearTimeout(timer)
  }, [hasStepped])
  const isBusy = app.panel.value !== null || app.foremost.value !== null
  return {
    card: !isIn || isBusy ? null : isHinting ? 'hint' : isOffering ? 'offer' : null,
    close: () => (isHinting ? endHint() : setOffering(false)),
  }
}
