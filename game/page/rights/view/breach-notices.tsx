import type { BreachNotice } from '../../../api/index.ts'
import { breachFacts } from '../../../case/index.ts'
import { useText } from '../../shared/index.ts'
import { dayAndTime } from '../state/words.ts'

/** What those concerned must be told of a breach: five things, in this order. */
export function BreachNotices({ breaches }: { breaches: readonly BreachNotice[] }) {
  const { language, t } = useText()
  return (
    <section class="stack" aria-labelledby="breach-title">
      <h2 id="breach-title">{t('rights.breach')}</h2>
      {breaches.map(({ id, facts, foundAt }) => (
        <article key={id} class="breach stack">
          <p>{t('rights.breach.found', { at: dayAndTime(foundAt, language) })}</p>
          <dl class="words">
            {breachFacts.map((fact) => (
              <div key={fact}>
                <dt>{t(`rights.breach.${fact}`)}</dt>
                <dd>{facts[fact]}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  )
}
