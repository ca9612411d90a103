import { useState } from 'preact/hooks'
import { Icon, pick, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { findServices } from '../search/index.ts'

type Props = {
  readonly onClose: () => void
  /** Walk me to this counter. */
  readonly onGo: (counter: string) => void
}

/** "Mau urus apa?" inside the mall: the answer is a counter, and the way to it. */
export function FindSheet(props: Props) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const [query, setQuery] = useState('')
  const catalogue = app.catalogue.value
  if (!catalogue) return null
  const hits = findServices(catalogue.agencies, query, language).hits
  const wanted = query.trim() === '' ? catalogue.agencies : [...new Set(hits.map((hit) => hit.agency))]
  const rows = wanted
    .map((agency) => ({
      agency,
      counters: catalogue.counters.filter((counter) => counter.agency === agency.slug),
      hit: hits.find((hit) => hit.agency === agency),
    }))
    .filter((row) => row.counters.length > 0)
  return (
    <Sheet title={t('search.label')} onClose={props.onClose}>
      <div class="stack">
        <input
          class="input"
          type="search"
          value={query}
          aria-label={t('search.label')}
          placeholder={t('search.hint')}
          autocomplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="visually-hidden" role="status">
          {t('mall.find-count', { count: rows.length })}
        </p>
        {rows.length === 0 && <p>{t('mall.find-none')}</p>}
        <ul class="stack">
          {rows.map(({ agency, counters, hit }) => (
            <li key={agency.slug} class={`find-row wing-${agency.wing}`}>
              <span class="wing-sign">
                <Icon name={agency.wing} size={22} />
              </span>
              <span class="find-words">
                <strong>{agency.shortName}</strong>
                <span class="small soft">{hit ? pick(hit.service.name, language) : t(`wing.${agency.wing}`)}</span>
              </span>
              <span class="find-buttons">
                {counters.map((counter) => (
                  <button key={counter.id} type="button" class="button" onClick={() => props.onGo(counter.id)}>
                    {t('mall.go', { label: counter.label })}
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
