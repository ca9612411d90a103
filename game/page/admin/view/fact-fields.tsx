import { breachFacts, type BreachFacts } from '../../../case/index.ts'
import { useText } from '../../shared/index.ts'
import { TextArea } from './text-area.tsx'

/** The five things that the notice must tell, each with what belongs there. */
export function FactFields(props: { facts: BreachFacts; onChange: (facts: BreachFacts) => void }) {
  const { facts } = props
  const { t } = useText()
  return (
    <div class="facts">
      {breachFacts.map((fact) => (
        <TextArea
          key={fact}
          label={t(`admin.fact.${fact}`)}
          hint={t(`admin.fact.${fact}.hint`)}
          value={facts[fact]}
          onInput={(value) => props.onChange({ ...facts, [fact]: value })}
        />
      ))}
    </div>
  )
}

/** What those concerned were told, as it was told. */
export function ToldFacts(props: { facts: BreachFacts }) {
  const { t } = useText()
  return (
    <dl class="told-facts">
      {breachFacts.map((fact) => (
        <div key={fact}>
          <dt>{t(`admin.fact.${fact}`)}</dt>
          <dd>{props.facts[fact]}</dd>
        </div>
      ))}
    </dl>
  )
}
