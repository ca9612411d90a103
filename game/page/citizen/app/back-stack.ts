/** What lies over the page (a sheet, the mall), so that the phone's Back takes away the topmost instead of leaving. */
export type BackStack = {
  /** @param onBack called when Back takes this layer away. @returns call it when the layer goes by itself. */
  push(onBack: () => void): () => void
}

export type HistoryPort = {
  pushState(state: unknown, unused: string): void
  back(): void
}

/** @param listen hears `popstate` for as long as the page lives. */
export function createBackStack(history: HistoryPort, listen: (onPop: () => void) => void): BackStack {
  const layers: (() => void)[] = []
  let ownSteps = 0
  listen(() => {
    if (ownSteps > 0) ownSteps -= 1
    else layers.pop()?.()
  })
  return {
    push(onBack) {
      layers.push(onBack)
      history.pushState({ layer: layers.length }, '')
      return () => {
        const at = layers.indexOf(onBack)
        if (at < 0) return
        layers.splice(at, 1)
        ownSteps += 1
        history.back()
      }
    },
  }
}
