import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'
import type { DayFigures } from '../state/load-statistics.ts'
import { DayBar } from './day-bar.tsx'
import { DayCharts } from './day-charts.tsx'
import { DayTables } from './day-tables.tsx'
import { WholeDay } from './whole-day.tsx'

/** A day in figures: in short, as charts, and as tables. */
export function StatisticsView({ loaded }: { loaded: DayFigures }) {
  const { language, t } = useText()
  const { figures, catalogue, agency } = loaded
  const { region } = catalogue
  const isEmpty = figures.whole.count === 0
  const name = catalogue.agencies.find(({ slug }) => slug === agency)?.name
  return (
    <div class={`page statistics theme-${region.theme}`}>
      <header class="bar">
        <span class="mark" aria-hidden="true" />
        <p class="bar-words">
          <strong>{region.name}</strong>
          <span>{name ?? t('statistics.all-agencies')}</span>
        </p>
        <LanguageSwitch url={location.pathname + location.search} />
        <a class="button bar-button" href="/petugas">
          {t('statistics.console')}
        </a>
      </header>
      <Ornament theme={region.theme} id="band-statistics" />
      <main class="statistics-main">
        <div class="heading">
          <h1>{t('statistics.heading')}</h1>
          <p class="soft day-words">{dayInWords(figures.day, language)}</p>
        </div>
        <DayBar loaded={loaded} />
        {isEmpty ? (
          <div class="card plain-card stack empty">
            <h2>{t('statistics.empty')}</h2>
            <p>{t('statistics.empty-how')}</p>
          </div>
        ) : (
          <>
            <WholeDay figures={figures} />
            <DayCharts figures={figures} catalogue={catalogue} />
            <DayTables figures={figures} catalogue={catalogue} />
          </>
        )}
      </main>
    </div>
  )
}

function dayInWords(day: string, language: 'id' | 'en'): string {
  const format = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', format).format(Date.parse(`${day}T12:00:00Z`))
}
