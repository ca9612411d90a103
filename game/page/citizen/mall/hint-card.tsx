import type { ComponentChildren } from 'preact'
import { Icon } from '../../shared/index.ts'

type Props = { readonly label: string; readonly closeLabel: string; readonly onClose: () => void; readonly children: ComponentChildren }

/** One line over the mall that can be taken away. */
export function HintCard(props: Props) {
  return (
    <aside class="hint-card" aria-label={props.label}>
      {props.children}
      <button type="button" class="icon-button" aria-label={props.closeLabel} onClick={props.onClose}>
        <Icon name="close" />
      </button>
    </aside>
  )
}
