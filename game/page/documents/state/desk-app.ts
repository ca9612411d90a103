import { signal, type ReadonlySignal } from '@preact/signals'
import type { HandOverRequest, PickupView } from '../../../api/index.ts'
import type { ApiCall } from '../../shared/index.ts'

/** A counter where documents are handed over. */
export type DeskApp = {
  /** What a code or number has opened; null: nothing yet. */
  readonly found: ReadonlySignal<{ readonly asked: string; readonly view: PickupView } | null>
  find(asked: string): Promise<void>
  handOver(how: Omit<HandOverRequest, 'find'>): Promise<void>
  /** The next person. */
  clear(): void
}

export function openDesk(call: ApiCall): DeskApp {
  const found = signal<{ readonly asked: string; readonly view: PickupView } | null>(null)
  return {
    found,
    async find(asked) {
      found.value = null
      found.value = { asked, view: await call<PickupView>('GET', `/api/officer/pickups?find=${encodeURIComponent(asked)}`) }
    },
    async handOver(how) {
      const now = found.peek()
      if (now === null) return
      const body: HandOverRequest = { find: now.asked, ...how }
      found.value = { asked: now.asked, view: await call<PickupView>('POST', '/api/officer/pickups', { body }) }
    },
    clear() {
      found.value = null
    },
  }
}
