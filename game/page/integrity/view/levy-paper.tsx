import { useState } from 'preact/hooks'
import type { LevyDetail } from '../../../api/index.ts'
import { levyOutcomes, type LevyOutcome } from '../../../case/index.ts'
import { Busy, formatDate, formatRupiah, formatTime, Notice, pick, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'

/** A report with what the server knew when it was sealed. The reporter is not in it. */
export function LevyPaper(props: { app: IntegrityApp; levy: LevyDetail }) {
  const { app, levy } = props
  const { t, language } = useText()
  const { region, agencies } = app.catalogue
  const { facts } = levy
  const agency = agencies.find(({ slug }) => slug === facts.agency)
  const service = agency?.groups.flatMap(({ services }) => services).find(({ slug }) => slug === facts.service)
  const fee = facts.rupiah === null ? null : facts.rupiah === 0 ? t('fee.free') : formatRupiah(facts.rupiah, language)
  const rows: readonly [string, string | null | undefined][] = [
    ['sealed', `${formatDate(levy.sealedAt, language, region.timeZone)} ${formatTime(levy.sealedAt, language, region.timeZone)}`],
    ['agency', agency?.name ?? facts.agency],
    ['service', service ? pick(service.name, language) : facts.service],
    ['fee', fee === null ? null : `${fee} · ${facts.basis ?? ''}`],
    ['counter', facts.counter],
    ['officer', facts.officerName],
    ['label', facts.label],
  ]
  // Without a ticket or case the server knows little; a list of what it does not know helps nobody.
  const known = rows.filter(([, value]) => value)
  return (
    <article class="card desk-card">
      <h2 class="number">{levy.number}</h2>
      <Notice tone={levy.isIntact ? 'good' : 'bad'} isLive={!levy.isIntact}>
        {t(levy.isIntact ? 'integrity.intact' : 'integrity.altered')}
      </Notice>
      <dl class="desk-facts">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`integrity.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {levy.words.length > 0 && (
        <>
          <h3>{t('integrity.reporter')}</h3>
          <ol class="desk-words">
            {levy.words.map((text) => (
              <li key={text} class="is-citizen">
                <p class="desk-text">{text}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {levy.outcome !== null && (
        <>
          <h3>{t(`integrity.outcome.${levy.outcome}`)}</h3>
          <p class="desk-text">{levy.finding}</p>
        </>
      )}
      <p class="small soft">
        {t('integrity.seal')} <code>{levy.hash}</code>
      </p>
      {levy.actions.includes('take') && (
        <button type="button" class="button main" disabled={app.isBusy.value} onClick={() => void app.takeLevy(levy.id)}>
          {t('integrity.take')}
        </button>
      )}
      {levy.actions.includes('close') && <CloseForm app={app} id={levy.id} />}
    </article>
  )
}

function CloseForm(props: { app: IntegrityApp; id: string }) {
  const { app } = props
  const { t } = useText()
  const [outcome, setOutcome] = useState<LevyOutcome | null>(null)
  const [text, setText] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome !== null) void app.closeLevy(props.id, outcome, text)
      }}
    >
      <fieldset class="desk-choices">
        <legend class="field-label">{t('integrity.outcome')}</legend>
        {levyOutcomes.map((one) => (
          <label key={one} class="desk-choice">
            <input type="radio" name="outcome" required checked={one === outcome} onChange={() => setOutcome(one)} />
            {t(`integrity.outcome.${one}`)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="finding">{t('integrity.finding')}</label>
        <textarea
          id="finding"
          rows={4}
          minLength={10}
          maxLength={4000}
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint">{t('integrity.finding-hint')}</p>
      </div>
      <button type="submit" class="button main" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('integrity.close')}
      </button>
    </form>
  )
}
