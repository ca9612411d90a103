import { useEffect, useState } from 'preact/hooks'
import { useAdmin } from '../state/admin.ts'

/** Fetches what a part shows, once for each path; null until it has come, and while there is no path. A failure is a sentence on the page, with a second try by `again`. */
export function useLoaded<Answer>(path: string | null): {
  readonly value: Answer | null
  readonly hasFailed: boolean
  put(value: Answer): void
  again(): void
} {
  const { call, run } = useAdmin()
  const [loaded, setLoaded] = useState<{ readonly path: string; readonly value: Answer } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (path === null) return
    let isGone = false
    async function load(at: string): Promise<void> {
      setFailed(false)
      let answer: Answer | null = null
      try {
        answer = await call<Answer>('GET', at)
      } catch (error) {
        if (isGone) return
        setFailed(true)
        await run(() => Promise.reject(error instanceof Error ? error : new Error(String(error))))
        return
      }
      if (!isGone) setLoaded({ path: at, value: answer })
    }
    void load(path)
    return () => {
      isGone = true
    }
  }, [path, tries])
  return {
    value: loaded !== null && loaded.path === path ? loaded.value : null,
    hasFailed,
    put: (value) => path !== null && setLoaded({ path, value }),
    again: () => setTries(tries + 1),
  }
}
