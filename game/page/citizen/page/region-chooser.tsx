import type { Region } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { HallPicture } from './hall-picture.tsx'

/** `/`: what this is, and the regions by province. The one visited last comes first, once the script has read it. */
export function RegionChooser(props: { regions: readonly Region[] }) {
  const { t } = useText()
  const provinces = [...new Set(props.regions.map((region) => region.province))]
    .map((province) => ({ province, regions: props.regions.filter((region) => region.province === province) }))
    // A province of 27 first would hide the others below three screens.
    .sort((a, b) => a.regions.length - b.regions.length)
  return (
    <div class="column home">
      <section class="hero">
        <div class="hero-words">
          <h1>{t('page.home.title')}</h1>
          <p class="lead">{t('page.home.lead')}</p>
        </div>
        <HallPicture />
      </section>
      <div id="slot-last" />
      <section aria-labelledby="pilih" class="stack">
        <h2 id="pilih">{t('page.home.choose')}</h2>
        {provinces.map(({ province, regions }) => (
          <section key={province} class="province card">
            <h3>
              <Icon name="place" size={20} />
              {province}
            </h3>
            <ul class={regions.length > 2 ? 'regions is-many' : 'regions'}>
              {regions.map((region) => (
                <li key={region.slug}>
                  <a href={`/${region.slug}`} class={`region theme-${region.theme}`}>
                    <RegionName name={region.name} isSplit={regions.length > 2} />
                    <Icon name="next" size={20} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  )
}

/** "Kabupaten" small above the name that tells one from another, where many stand together. */
function RegionName(props: { name: string; isSplit: boolean }) {
  const [, kind, own] = /^(Kabupaten|Kota) (.+)$/.exec(props.name) ?? []
  if (!props.isSplit || !kind || !own) return <span>{props.name}</span>
  return (
    <span>
      <span class="region-kind">{kind} </span>
      {own}
    </span>
  )
}
