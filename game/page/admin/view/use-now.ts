import { useEffect, useState } from 'preact/hooks'

/** The time, looked at again every half minute: a clock that stands still would be believed. */
export function useNow(): number {
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(ticking)
  }, [])
  return nowMs
}
