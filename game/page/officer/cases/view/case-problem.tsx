import { Icon, useText } from '../../../shared/index.ts'
import { useCases } from './case-context.ts'

/** The sentence about the last refusal, until the next action works or it is put away. */
export function CaseProblem() {
  const { desk } = useCases()
  const { t } = useText()
  const problem = desk.problem.value
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
              desk.problem.value = null
            }}
          >
            <Icon name="close" size={20} />
          </button>
        </div>
      )}
    </div>
  )
}
