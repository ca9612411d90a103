import { checkForm, requirementsFor } from '../../../../case/index.ts'
import { useText } from '../../../shared/index.ts'
import type { Apply } from '../state/apply.ts'
import { PaperCard } from './paper-card.tsx'

/** Every paper that is asked for with these answers. One may go on without: what is wanting is said before sending. */
export function PapersStep(props: { apply: Apply }) {
  const { apply } = props
  const { t } = useText()
  const { standard, draft } = apply
  const { answers } = checkForm(standard.form, draft.value.answers)
  return (
    <div class="stack">
      <p class="soft">{t('case.papers.words')}</p>
      <ul class="case-papers">
        {requirementsFor(standard, answers).map((requirement) => (
          <li key={requirement.slug}>
            <PaperCard apply={apply} requirement={requirement} />
          </li>
        ))}
      </ul>
    </div>
  )
}
