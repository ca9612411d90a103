import { useEffect, useRef } from 'preact/hooks'

/** The heading of a new screen takes the focus, so that it is read aloud and the tab key goes on from there. */
export function useScreenFocus(): { readonly current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // On a phone the whole page scrolls, and a new screen begins at its top.
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
    document.title = `${heading.current?.textContent ?? ''} · Balai`
  }, [])
  return heading
}
