import type { Choice } from '../../../../case/index.ts'
import { pick, useText } from '../../../shared/index.ts'
import type { FieldBoxProps } from './field-props.ts'

/** Longer lists are one button that opens the phone's own list. */
const mostRows = 7

/** One of several, each a row for the thumb. */
export function ChoiceInput(props: FieldBoxProps & { choices: readonly Choice[] }) {
  const { t, language } = useText()
  const { name, choices, value } = props
  if (choices.length > mostRows) {
    return (
      <select
        id={`f-${name}`}
        aria-label={pick(props.field['x-title'], language)}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => props.onAnswer(event.currentTarget.value || null)}
      >
        <option value="">{t('case.choose')}</option>
        {choices.map((choice) => (
          <option key={choice.const} value={choice.const}>
            {pick(choice['x-title'], language)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div class="case-choices">
      {choices.map((choice) => (
        <Row key={choice.const} name={name} isChosen={value === choice.const} onChoose={() => props.onAnswer(choice.const)}>
          {pick(choice['x-title'], language)}
        </Row>
      ))}
    </div>
  )
}

export function YesNoInput(props: FieldBoxProps) {
  const { t } = useText()
  return (
    <div class="case-choices is-pair">
      {[true, false].map((value) => (
        <Row key={String(value)} name={props.name} isChosen={props.value === value} onChoose={() => props.onAnswer(value)}>
          {t(value ? 'case.yes' : 'case.no')}
        </Row>
      ))}
    </div>
  )
}

function Row(props: { name: string; isChosen: boolean; onChoose: () => void; children: string }) {
  return (
    <label class={props.isChosen ? 'case-choice is-chosen' : 'case-choice'}>
      <input type="radio" name={`f-${props.name}`} checked={props.isChosen} onChange={props.onChoose} />
      <span class="case-choice-mark" aria-hidden="true" />
      <span>{props.children}</span>
    </label>
  )
}
