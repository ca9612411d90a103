/**
 * Where the focus goes when what had it is gone: back to the list it stood in, else to the usual next step, else to the work itself.
 * `wasInList`: it stood on a row of the queue.
 */
export function focusHome(wasInList = false): void {
  const places = wasInList ? ['.queue-row[tabindex="0"]', '.queue-tab[tabindex="0"]'] : []
  for (const place of [...places, '.columns .button.main:not([aria-disabled="true"])', '#work']) {
    const found = document.querySelector<HTMLElement>(place)
    // Only what is in sight: on a narrow screen two of the three parts are not.
    if (!found || found.offsetParent === null) continue
    found.focus()
    return
  }
}

/** Keeps the focus from falling to nothing when the element that has it is taken away, as a called ticket's row is. @returns stops it */
export function keepFocus(place: HTMLElement): () => void {
  let last: Element | null = null
  let wasInList = false
  const onFocus = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null
    wasInList = last?.closest('.queue-rows') !== null && last !== null
  }
  const watch = new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return
    last = null
    focusHome(wasInList)
  })
  place.addEventListener('focusin', onFocus)
  watch.observe(place, { childList: true, subtree: true })
  return () => {
    place.removeEventListener('focusin', onFocus)
    watch.disconnect()
  }
}
