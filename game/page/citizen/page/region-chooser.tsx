import type { Region } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { HallPicture } from './hall-picture.tsx'

/** `/`: what this is, and the regions by province. The one visited last comes first, once the script has read it. */
export function RegionChooser(props: { regions: readonly Region[] }) {
  const { t } = useText()
  const provinces = [...new Set(props.regions.map((region) => region.province))]
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
        {provinces.map((province) => (
          <section key={province} class="province card">
            <h3>
              <Icon name="place" size={20} />
              {province}
            </h3>
            <ul class="regions">
              {props.regions
                .filter((region) => region.province === province)
                .map((region) => (
                  <li key={region.slug}>
                    <a href={`/${region.slug}`} class={`region theme-${region.theme}`}>
                      <span>{region.name}</span>
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
