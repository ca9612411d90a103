import type { HoldingView } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'

/** What is held, for how long, by which law, and why. */
export function HoldingList({ holdings }: { holdings: readonly HoldingView[] }) {
  const { language, t } = useText()
  return (
    <section class="stack" aria-labelledby="holdings-title">
      <h2 id="holdings-title">{t('rights.holdings')}</h2>
      <ul class="card rows">
        {holdings.map(({ class: slug, name, count, days, basis, keeps }) => (
          <li key={slug} class="holding">
            <span class="holding-head">
              <strong>{pick(name, language)}</strong>
              <span class="badge number">{count}</span>
            </span>
            <span>{keeps === null ? t('rights.holdings.free') : pick(keeps, language)}</span>
            <span class="small soft">
              {days === null ? t('rights.holdings.register') : t('rights.holdings.years', { years: Math.round(days / 365) })} · {basis}
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('rights.holdings.note')}</p>
    </section>
  )
}
