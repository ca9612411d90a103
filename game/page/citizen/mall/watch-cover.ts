/** Sheets that leave the mall alive, and the card of a call. */
const covering = '.sheet[open][class*="height-"], .called'
/** A sheet pulled up to the top leaves nothing to keep the avatar in. */
const mostShare = 0.7

/**
 * Tells how much of the window's lower edge is covered by what lies over the mall, in CSS pixels, whenever that changes.
 * Panels at the side cover none of it.
 * @param overlays what holds the sheets and the card
 * @returns a function that stops it.
 */
export function watchCover(overlays: readonly Element[], onCover: (bottomPx: number) => void): () => void {
  let told = 0
  const parts = () => overlays.flatMap((overlay) => [...overlay.querySelectorAll<HTMLElement>(covering)])
  const look = () => {
    let cover = 0
    for (const part of parts()) {
      // Layout, not the box on screen: a sheet that is still rising counts in full.
      if (part.offsetWidth > window.innerWidth * 0.8) cover = Math.max(cover, window.innerHeight - part.offsetTop)
    }
    cover = Math.round(Math.min(cover, window.innerHeight * mostShare))
    if (cover === told) return
    told = cover
    onCover(cover)
  }
  const sizes = new ResizeObserver(look)
  const follow = () => {
    sizes.disconnect()
    for (const part of parts()) sizes.observe(part)
    look()
  }
  const changes = new MutationObserver(follow)
  for (const overlay of overlays)
    changes.observe(overlay, { childList: true, subtree: true, attributes: true, attributeFilter: ['open', 'class'] })
  follow()
  return () => {
    changes.disconnect()
    sizes.disconnect()
  }
}
