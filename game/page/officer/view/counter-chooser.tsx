import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Icon, LanguageSwitch, Ornament, useText } from '../../shared/index.ts'
import { findCounters, regionsOf, type CounterRow } from '../app/find-counters.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { PlaceTabs } from './place-tabs.tsx'
import { ProblemBar } from './problem-bar.tsx'

/** Which counter to open: searched by region, number or agency; by keyboard with the arrows and Enter. */
export function CounterChooser() {
  const { app, desk } = useOfficer()
  const { t } = useText()
  const start = app.start.value
  const counters = start?.counters ?? []
  const [query, setQuery] = useState('')
  const [region, setRegion] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const regions = useMemo(() => regionsOf(counters), [counters])
  const groups = useMemo(() => findCounters(counters, { query, region }), [counters, query, region])
  const count = groups.reduce((sum, group) => sum + group.counters.length, 0)
  const last = counters.find((row) => row.id === app.settings.lastCounter.value)
  const isBusy = desk.busy.value !== null
  const open = (row: CounterRow) => void desk.open(row.id)

  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever closed a counter has lost the console they stood in.
    if (document.activeElement === document.body) main.current?.focus()
  }, [])

  const rows = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('.counter-row') ?? [])]
  const onArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const all = rows()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const onSearch = (event: Event) => {
    event.preventDefault()
    if (count === 1) open(groups[0].counters[0])
    else rows()[0]?.focus()
  }
  return (
    <div class="chooser">
      <header class="bar">
        <span class="mark" aria-hidden="true" />
        <p class="bar-words">
          <strong>Balai</strong>
          <span>{t('officer.console')}</span>
        </p>
        <PlaceTabs />
        <span class="bar-gap" />
        <span class="bar-name">{start?.name}</span>
        <LanguageSwitch url={location.pathname + location.search} />
        <button type="button" class="button bar-button" onClick={() => void desk.signOut()}>
          <Icon name="door" size={20} />
          {t('officer.sign-out')}
        </button>
      </header>
      <Ornament theme="kutai" id="band-chooser" />
      <main ref={main} tabIndex={-1} class="chooser-main" onKeyDown={onArrow}>
        <h1>{t('officer.choose')}</h1>
        <p class="soft">{t('officer.choose.how')}</p>
        <ProblemBar />
        {last && (
          <button type="button" class="button main last-counter" aria-disabled={isBusy} onClick={() => open(last)}>
            <Icon name="clock" size={20} />
            <span>{t('officer.choose.last', { counter: last.label, agency: last.agencyName, region: last.regionName })}</span>
          </button>
        )}
        <form class="chooser-search" role="search" onSubmit={onSearch}>
          <label class="visually-hidden" for="find-counter">
            {t('officer.choose.search')}
          </label>
          <span class="search-field">
            <Icon name="search" size={20} />
            <input
              id="find-counter"
              class="input"
              type="search"
              autocomplete="off"
              placeholder={t('officer.choose.search-hint')}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </span>
          {regions.length > 1 && (
            <>
              <label class="visually-hidden" for="find-region">
                {t('officer.choose.region')}
              </label>
              <select
                id="find-region"
                class="input"
                value={region ?? ''}
                onChange={(event) => setRegion(event.currentTarget.value || null)}
              >
                <option value="">{t('officer.choose.all-regions', { count: regions.length })}</option>
                {regions.map((row) => (
                  <option key={row.slug} value={row.slug}>
                    {row.name}
                  </option>
                ))}
              </select>
            </>
          )}
        </form>
        <p class="small soft" role="status">
          {t(count === 0 ? 'officer.choose.none' : 'officer.choose.found', { count })}
        </p>
        <div ref={list} class="counter-groups">
          {groups.map((group) => (
            <section key={group.region} class="counter-group">
              <h2>{group.regionName}</h2>
              <ul class="counter-list">
                {group.counters.map((row) => (
                  <li key={row.id}>
                    <button type="button" class="counter-row" aria-disabled={isBusy} onClick={() => open(row)}>
                      <span class="counter-number">
                        <span class="visually-hidden">{t('officer.counter')} </span>
                        {row.label}
                      </span>
                      <span class="counter-words">
                        <span>{row.agencyName}</span>
                        {row.openBy && <span class="badge warn">{t('officer.choose.open-by', { name: row.openBy })}</span>}
                      </span>
                      <Icon name="next" size={20} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </main>
    </div>
  )
}
