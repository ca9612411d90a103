import { useState } from 'preact/hooks'
import type { Service } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import type { TicketSubject } from '../app/service-of.ts'
import { TariffGuard } from './tariff-guard.tsx'

/** What the service costs, takes and needs. When the person named none, the officer looks one of the line's up. */
export function ServicePapers(props: { subject: TicketSubject }) {
  const { group } = props.subject
  const { language, t } = useText()
  const [looked, setLooked] = useState<string | null>(null)
  const service = props.subject.service ?? group.services.find((row) => row.slug === looked) ?? null
  return (
    <>
      {!props.subject.service && (
        <div class="field look-up">
          <label for="look-up">{t('officer.papers.look-up')}</label>
          <select id="look-up" class="input" value={looked ?? ''} onChange={(event) => setLooked(event.currentTarget.value || null)}>
            <option value="">{t('officer.papers.choose')}</option>
            {group.services.map((row) => (
              <option key={row.slug} value={row.slug}>
                {pick(row.name, language)}
              </option>
            ))}
          </select>
        </div>
      )}
      {service && <TariffGuard service={service} />}
      {service && <Papers key={service.slug} service={service} />}
    </>
  )
}

/** The papers as a list to tick off while the person shows them. The ticks are the officer's own and go nowhere. */
function Papers(props: { service: Service }) {
  const { requirements, duration, isRemote } = props.service
  const { language, t } = useText()
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set())
  const toggle = (index: number) => {
    const next = new Set(seen)
    if (!next.delete(index)) next.add(index)
    setSeen(next)
  }
  return (
    <section class="papers-part" aria-labelledby="papers-title">
      <div class="row papers-head">
        <h3 id="papers-title">{t('officer.papers')}</h3>
        {requirements.length > 0 && (
          <span class="small soft number">{t('officer.papers.seen', { seen: seen.size, all: requirements.length })}</span>
        )}
      </div>
      {requirements.length === 0 && <p>{t('officer.papers.none')}</p>}
      <ul class="papers-list">
        {requirements.map((paper, index) => (
          <li key={paper.id}>
            <label class="choice-line">
              <input type="checkbox" checked={seen.has(index)} onChange={() => toggle(index)} />
              <span>{pick(paper, language)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="small soft">
        {t('officer.papers.duration', { duration: pick(duration, language) })}
        {' · '}
        {t(isRemote ? 'officer.papers.remote' : 'officer.papers.visit')}
      </p>
    </section>
  )
}
