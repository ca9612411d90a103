import { Notice, useText } from '../../shared/index.ts'
import { dayInWords } from '../region-time.ts'
import { DayChooser } from './day-chooser.tsx'
import { Explanation } from './explanation.tsx'
import { LineCard } from './line-card.tsx'
import { ProofHead } from './proof-head.tsx'
import type { ProofProps } from './proof-props.ts'
import { ReceiptPart } from './receipt-part.tsx'
import { VerdictPart } from './verdict-part.tsx'

/** The proof of one day in one region: verdict, one's own receipt, each line, and what all that means. */
export function ProofView(props: ProofProps & { today: string; canCheck: boolean; receipt: string }) {
  const { app, catalogue, clock, canCheck } = props
  const { language, t } = useText()
  const { region } = catalogue
  return (
    <div class={`page theme-${region.theme}`}>
      <ProofHead theme={region.theme} name={region.name} href={`/${encodeURIComponent(region.slug)}`} />
      <main class="column proof-main">
        <div>
          <h1>{t('proof.heading')}</h1>
          <p class="proof-day">{dayInWords(app.day, language)}</p>
        </div>
        <DayChooser region={region.slug} day={app.day} today={props.today} />
        {canCheck ? <VerdictPart app={app} /> : <Notice tone="bad">{t('proof.no-crypto')}</Notice>}
        {canCheck && app.lines.length > 0 && <ReceiptPart app={app} catalogue={catalogue} clock={clock} receipt={props.receipt} />}
        {app.lines.length > 0 && (
          <section class="stack" aria-labelledby="lines-title">
            <h2 id="lines-title">{t('proof.lines')}</h2>
            <ul class="stack">
              {app.lines.map((line) => (
                <li key={line.group}>
                  <LineCard app={app} catalogue={catalogue} clock={clock} line={line} canCheck={canCheck} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Explanation />
      </main>
    </div>
  )
}
