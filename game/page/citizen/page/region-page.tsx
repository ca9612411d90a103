import type { Agency, CounterPlace, Region } from '../../../api/index.ts'
import { Icon, Notice, useText, type IconName } from '../../shared/index.ts'
import type { CitizenPageData } from '../page-data.ts'
import { findServices } from '../search/find-services.ts'
import { SearchResults } from '../search/search-results.tsx'
import { AskedService } from './asked-service.tsx'
import { HallPicture } from './hall-picture.tsx'
import { WingSection } from './wing-section.tsx'
import { wingOrder } from './wing-order.ts'

type Props = {
  readonly data: CitizenPageData
  readonly region: Region
  readonly catalogue: { readonly agencies: readonly Agency[]; readonly counters: readonly CounterPlace[] }
}

/** `/:region`: search first, then the areas by colour, the way into the mall, and every area as a list. */
export function RegionPage(props: Props) {
  const { data, region, catalogue } = props
  const { t } = useText()
  const query = new URLSearchParams(data.url.split('?')[1] ?? '')
  const wanted = query.get('cari')?.trim() ?? ''
  const wings = wingOrder.filter((wing) => catalogue.agencies.some((agency) => agency.wing === wing))
  return (
    <>
      <section class="hero hero-region">
        <div class="column">
          <p class="eyebrow">{t('page.region.eyebrow')}</p>
          <h1>{region.name}</h1>
          <Steps />
        </div>
      </section>
      <div class="column content">
        <Search region={region} wanted={wanted} />
        <AskedNotice query={query} />
        <AskedService region={region.slug} agencies={catalogue.agencies} slug={query.get('layanan') ?? ''} />
        <div id="slot-notice" />
        <div id="slot-results">
          {wanted !== '' && (
            <SearchResults
              region={region.slug}
              query={wanted}
              found={findServices(catalogue.agencies, wanted, data.language)}
              queue={data.queue}
              tickets={[]}
              agencies={new Map()}
            />
          )}
        </div>
        <div id="daftar" class="list">
          <nav class="wings" aria-label={t('page.wings')}>
            {wings.map((wing) => (
              <a key={wing} class={`wing-link wing-${wing}`} href={`#sayap-${wing}`}>
                <Icon name={wing as IconName} size={28} />
                <span>{t(`wing.${wing}`)}</span>
              </a>
            ))}
          </nav>
          <a class="enter card" href={`/${region.slug}?mal=1`} data-skin="mall">
            <span class="enter-words">
              <strong>
                {t('page.enter.title')} <Icon name="next" />
              </strong>
              <span class="soft">{t('page.enter.words')}</span>
            </span>
            <HallPicture />
          </a>
          {wings.map((wing) => (
            <WingSection
              key={wing}
              wing={wing}
              region={region.slug}
              agencies={catalogue.agencies.filter((agency) => agency.wing === wing)}
              counters={catalogue.counters}
              queue={data.queue}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** A plain form: without a script the server answers `?cari=`. */
function Search(props: { region: Region; wanted: string }) {
  const { t } = useText()
  return (
    <form class="search card" method="get" action={`/${props.region.slug}`} role="search" id="cari">
      <label for="cari-teks">{t('search.label')}</label>
      <div class="search-row">
        <Icon name="search" />
        <input
          id="cari-teks"
          type="search"
          name="cari"
          value={props.wanted}
          placeholder={t('search.hint')}
          autocomplete="off"
          enterKeyHint="search"
        />
        <button type="submit" class="button main">
          {t('search.go')}
        </button>
      </div>
    </form>
  )
}

/** Says, to who came here by a button whose script never ran, what that button needs. The script takes the words away. */
function AskedNotice(props: { query: URLSearchParams }) {
  const { t } = useText()
  const isTicket = ['antre', 'pesan', 'pilih', 'klaim'].some((name) => props.query.has(name))
  if (!isTicket && !props.query.has('mal') && !props.query.has('loket')) return null
  return (
    <div id="asked">
      <Notice tone="warn">
        <p>{t(isTicket ? 'page.asked.ticket' : 'page.asked.other')}</p>
      </Notice>
    </div>
  )
}

function Steps() {
  const { t } = useText()
  return (
    <ol class="steps" aria-label={t('page.steps')}>
      {[1, 2, 3].map((step) => (
        <li key={step}>
          <span class="step-number number" aria-hidden="true">
            {step}
          </span>
          {t(`page.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
