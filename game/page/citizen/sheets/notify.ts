/** Whether the person can still be asked if this page may tell them things while they look elsewhere. */
export function canAskToNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'default'
}

/** Asks; must follow a touch. @returns whether they said yes */
export async function askToNotify(): Promise<boolean> {
  return (await Notification.requestPermission()) === 'granted'
}

/** Tells it outside the page, when that is allowed and the page is out of sight. A later one about the same ticket takes the place of an earlier. */
export function notify(message: { title: string; words: string; ticket: string }): void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return
  try {
    const note = new Notification(message.title, { body: message.words, tag: message.ticket })
    note.onclick = () => {
      window.focus()
      note.close()
    }
  } catch {
    // Android's Chrome has the word but not the thing; there the phone shakes and the page's title says it.
  }
}
