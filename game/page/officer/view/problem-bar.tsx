import type { Signal } from '@preact/signals'
import { Icon, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'

/** The sentence about the last refusal at the counter. */
export function ProblemBar() {
  return <Refusal of={useOfficer().app.problem} />
}

/** The sentence about the last refusal, until the next action works or it is put away. */
export function Refusal(props: { of: Signal<string | null> }) {
  const { t } = useText()
  const problem = props.of.value
  return (
    <div role="alert" class="problem-place">
      {problem && (
        <div class="notice bad problem">
          <Icon name="alert" />
          <p>{problem}</p>
          <kbd aria-hidden="true">Esc</kbd>
          <button
            type="button"
            class="icon-button"
            aria-label={t('officer.dismiss')}
            onClick={() => {
              props.of.value = null
            }}
          >
            <Icon name="close" size={20} />
          </button>
        </div>
      )}
    </div>
  )
}
