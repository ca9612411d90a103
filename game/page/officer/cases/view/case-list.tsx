import { useState } from 'preact/hooks'
import { officerCaseViews, type OfficerCaseFilter, type OfficerCaseRow } from '../../../../api/index.ts'
import { Busy, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { useCases } from './case-context.ts'
import { DueBadge } from './due-badge.tsx'
import { ServiceName } from './service-name.tsx'

/** The lists of cases: new ones, mine, late ones, those that wait for the citizen, finished ones. */
export function CaseList() {
  const { desk } = useCases()
  const { t } = useText()
  const view = desk.view.value
  const rows = desk.lists.value[view]
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = officerCaseViews[(officerCaseViews.indexOf(desk.view.peek()) + by + officerCaseViews.length) % officerCaseViews.length]
    desk.view.value = next
    document.getElementById(`case-tab-${next}`)?.focus()
  }
  return (
    <section class="card case-list-card part-list" aria-labelledby="case-list-title">
      <div class="queue-head">
        <h2 id="case-list-title">{t(`cases.view.${view}.title`)}</h2>
        {desk.roles.value.length > 0 && <p class="small soft">{desk.roles.value.map((role) => t(`cases.role.${role}`)).join(' · ')}</p>}
      </div>
      <div class="queue-lists" onKeyDown={onKeyDown}>
        <div class="queue-tabs case-tabs" role="tablist" aria-label={t('cases.views')}>
          {officerCaseViews.map((one) => (
            <Tab key={one} view={one} />
          ))}
        </div>
        <div id="case-rows" class="queue-rows" role="tabpanel" aria-labelledby={`case-tab-${view}`}>
          {rows === undefined && (
            <p class="empty-line">
              <Busy>{t('cases.loading')}</Busy>
            </p>
          )}
          {rows?.length === 0 && <p class="empty-line soft">{t(`cases.view.${view}.empty`)}</p>}
          <Rows rows={rows ?? []} />
        </div>
      </div>
    </section>
  )
}

/** The server tells of so many at most. */
const mostTold = 100

function Tab(props: { view: OfficerCaseFilter }) {
  const { view } = props
  const { desk } = useCases()
  const { t } = useText()
  const isShown = desk.view.value === view
  const count = desk.lists.value[view]?.length ?? null
  const isLoud = view === 'overdue' && count !== null && count > 0
  return (
    <button
      id={`case-tab-${view}`}
      type="button"
      role="tab"
      class={isLoud ? 'queue-tab case-tab is-loud' : 'queue-tab case-tab'}
      aria-selected={isShown}
      aria-controls="case-rows"
      tabIndex={isShown ? 0 : -1}
      onClick={() => {
        desk.view.value = view
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        document.querySelector<HTMLElement>('.case-row[tabindex="0"]')?.focus()
      }}
    >
      <strong class="number">{count === null ? '–' : count >= mostTold ? `${mostTold}+` : count}</strong>
      <span>{t(`cases.view.${view}`)}</span>
    </button>
  )
}

/** One row takes the Tab key, the arrows go through the rest, Enter opens. */
function Rows(props: { rows: readonly OfficerCaseRow[] }) {
  const { rows } = props
  const { desk } = useCases()
  const [chosen, setChosen] = useState<string | null>(null)
  const focusable = chosen ?? desk.current.value?.id ?? null
  const stop = Math.max(
    0,
    rows.findIndex(({ id }) => id === focusable),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.case-row')]
    const at = all.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (to < 0) document.querySelector<HTMLElement>('.case-tab[tabindex="0"]')?.focus()
    else all[to]?.focus()
  }
  return (
    <ol class="queue-list" onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li key={row.id}>
          <Row row={row} isStop={index === stop} onFocus={() => setChosen(row.id)} />
        </li>
      ))}
    </ol>
  )
}

function Row(props: { row: OfficerCaseRow; isStop: boolean; onFocus: () => void }) {
  const { row } = props
  const { place } = useOfficer()
  const { desk } = useCases()
  const { t } = useText()
  const isOpen = desk.current.value?.id === row.id
  return (
    <button
      type="button"
      class={isOpen ? 'case-row is-open' : 'case-row'}
      tabIndex={props.isStop ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      onFocus={props.onFocus}
      onClick={() => place.toCases(row.id)}
    >
      <span class="case-row-service">
        <ServiceName service={row.service} />
      </span>
      <span class="case-row-number number">{row.number}</span>
      <span class="case-row-badges">
        <DueBadge row={row} />
        {row.holder === 'other' && <span class="badge">{t('cases.held.other')}</span>}
        {row.holder === 'me' && <span class="badge good">{t('cases.held.me')}</span>}
        {row.hasWarnings && <span class="badge warn">{t('cases.row.duplicate')}</span>}
        {row.returns > 0 && <span class="badge">{t('cases.row.returns', { count: row.returns })}</span>}
        {row.escalatedTo !== null && (
          <span class="badge warn">{t('cases.row.escalated', { role: t(`cases.role.${row.escalatedTo}`) })}</span>
        )}
      </span>
    </button>
  )
}
