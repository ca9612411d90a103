import { signal, type ReadonlySignal } from '@preact/signals'
import type { ServiceEvent } from '../../../api/index.ts'
import type { ServiceSocket } from '../../shared/index.ts'

export type Emergency = Extract<ServiceEvent, { readonly type: 'emergency' }>

/** Calls for help of colleagues that this officer has not put away yet, oldest first. */
export type Emergencies = {
  readonly open: ReadonlySignal<readonly Emergency[]>
  /** Puts the oldest away. */
  putAway(): void
}

/** @param options.isOwn whether the call came from this officer's own counter; @param options.alarm is sounded at each call of another */
export function hearEmergencies(
  socket: Pick<ServiceSocket, 'on'>,
  options: { readonly isOwn: (emergency: Emergency) => boolean; readonly alarm: () => void },
): Emergencies {
  const open = signal<readonly Emergency[]>([])
  socket.on('emergency', (event) => {
    if (options.isOwn(event)) return
    open.value = [...open.peek(), event]
    options.alarm()
  })
  return {
    open,
    putAway() {
      open.value = open.peek().slice(1)
    },
  }
}
