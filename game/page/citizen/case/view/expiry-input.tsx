import { useText } from '../../../shared/index.ts'
import type { KeptPaper } from '../draft/draft.ts'
import { useCases } from './case-context.tsx'
import { DayInput } from './day-input.tsx'
import { useState } from 'preact/hooks'

/** Until when a paper holds, as it stands on it. Kept with the paper, so that it is asked once. */
export function ExpiryInput(props: { paper: KeptPaper; isLacking: boolean }) {
  const { shelf } = useCases()
  const { t } = useText()
  const { paper } = props
  const [text, setText] = useState(paper.expiresOn ?? '')
  const put = (value: string | number | boolean | null) => {
    const next = String(value ?? '')
    setText(next)
    const isWhole = /^\d{4}-\d{2}-\d{1,2}$/.test(next) && !Number.isNaN(Date.parse(`${padded(next)}T00:00:00Z`))
    void shelf.change(paper.id, { expiresOn: isWhole ? padded(next) : null })
  }
  return (
    <fieldset class="field case-field">
      <legend class="field-label">{t('case.papers.expiry')}</legend>
      <DayInput
        name={`expiry-${paper.id}`}
        field={{ type: 'string', format: 'date', 'x-title': { id: '', en: '' } }}
        isRequired
        value={text}
        error={undefined}
        warning={undefined}
        onAnswer={put}
      />
      {props.isLacking && <p class="hint">{t('case.papers.expiry-hint')}</p>}
    </fieldset>
  )
}

const padded = (day: string) => day.replace(/-(\d)$/, '-0$1')
