import type { ServiceSocket } from './service-socket.ts'

/**
 * Tries again at once when the network returns or the page comes back to the front,
 * where a phone's sleeping timers would have let minutes pass.
 * @returns a function that stops it.
 */
export function wakeSocket(socket: ServiceSocket): () => void {
  const wake = () => {
    if (!document.hidden && socket.state.value === 'waiting') socket.reconnect()
  }
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}
