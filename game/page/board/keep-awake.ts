/** Keeps the screen lit while the page is in front; where the browser cannot, the screen's own settings decide. */
export function keepAwake(): void {
  const ask = () => {
    if (document.hidden || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  ask()
  // The lock is lost whenever the page goes to the back.
  document.addEventListener('visibilitychange', ask)
}
