import type { Region } from '../../../api/index.ts'
import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'

/** Which region this screen stands in. */
export function ChooseRegion(props: { regions: readonly Region[] }) {
  const { t } = useText()
  const provinces = [...new Set(props.regions.map((region) => region.province))]
  return (
    <div class="page theme-kutai choose">
      <header class="board-head">
        <span class="mark" aria-hidden="true" />
        <p class="board-name">
          <strong>Balai</strong>
          <span>{t('board.name')}</span>
        </p>
        <LanguageSwitch url={location.pathname + location.search} />
      </header>
      <div class="band">
        <Ornament theme="kutai" id="band-choose" />
      </div>
      <main class="choose-main">
        <h1>{t('board.choose')}</h1>
        <p class="soft">{t('board.choose.how')}</p>
        {provinces.map((province) => (
          <section key={province}>
            <h2>{province}</h2>
            <ul class="region-list">
              {props.regions
                .filter((region) => region.province === province)
                .map((region) => (
                  <li key={region.slug}>
                    <a class={`region-link theme-${region.theme}`} href={`/papan/${encodeURIComponent(region.slug)}${location.search}`}>
                      {region.name}
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  )
}
