import type { Region } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { surveyPath } from '../state/survey-address.ts'
import { SurveyHead } from './survey-head.tsx'

/** Whose figures are to be seen. */
export function ChooseRegion(props: { regions: readonly Region[] }) {
  const { t } = useText()
  const provinces = [...new Set(props.regions.map((region) => region.province))]
  return (
    <div class="page theme-kutai">
      <SurveyHead theme="kutai" name="Balai" href="/" />
      <main class="column skm-main">
        <h1>{t('skm.choose')}</h1>
        {provinces.map((province) => (
          <section key={province} class="stack">
            <h2>{province}</h2>
            <ul class="region-list">
              {props.regions
                .filter((region) => region.province === province)
                .map((region) => (
                  <li key={region.slug}>
                    <a class={`region-link theme-${region.theme}`} href={surveyPath(region.slug, null, null)}>
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
