import { useEffect } from 'preact/hooks'
import { useAdmin } from '../state/admin.ts'

/** Forms of the part that is shown in which something stands that was not sent. */
const unsaved = new Set<object>()

/** Of several forms on one part: leaving is asked about while any of them holds words. */
export function useUnsaved(isChanged: boolean): void {
  const admin = useAdmin()
  useEffect(() => {
    if (!isChanged) return
    const form = {}
    unsaved.add(form)
    admin.isChanged.value = true
    return () => {
      unsaved.delete(form)
      admin.isChanged.value = unsaved.size > 0
    }
  }, [isChanged])
}
