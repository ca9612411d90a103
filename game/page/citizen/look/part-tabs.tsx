import { useText } from '../../shared/index.ts'
import { type Part, parts } from './choices.ts'

type Props = { readonly part: Part; readonly onPart: (part: Part) => void }

/** Which part of the person is being changed; arrows, Home and End go through them. */
export function PartTabs({ part, onPart }: Props) {
  const { t } = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = parts.indexOf(part)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: parts.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = parts[(to + parts.length) % parts.length]
    onPart(next)
    document.getElementById(`look-tab-${next}`)?.focus()
  }
  return (
    <div class="look-tabs" role="tablist" aria-label={t('look.parts')} onKeyDown={onKeyDown}>
      {parts.map((one) => (
        <button
          key={one}
          id={`look-tab-${one}`}
          type="button"
          role="tab"
          aria-selected={one === part}
          aria-controls="look-panel"
          tabIndex={one === part ? 0 : -1}
          onClick={() => onPart(one)}
        >
          {t(`look.part.${one}`)}
        </button>
      ))}
    </div>
  )
}
