import { render, type ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { TextProvider, useText } from '../../shared/index.ts'
import { CitizenProvider, useCitizen } from '../app/app-context.tsx'

/** Where the mall's own sheets lie: over its stick and over the switch to the list, as all sheets do. Made when first asked for. */
export function placeOverMall(): HTMLElement {
  const before = document.getElementById('over-mall')
  if (before) return before
  const place = document.createElement('div')
  place.id = 'over-mall'
  document.getElementById('page')?.append(place)
  return place
}

/** Draws its children there instead of here; what they read from above them is handed on. */
export function OverMall(props: { children: ComponentChildren }) {
  const citizen = useCitizen()
  const text = useText()
  useLayoutEffect(() => {
    render(
      <CitizenProvider citizen={citizen}>
        <TextProvider text={text}>{props.children}</TextProvider>
      </CitizenProvider>,
      placeOverMall(),
    )
  })
  useLayoutEffect(() => () => render(null, placeOverMall()), [])
  return null
}
