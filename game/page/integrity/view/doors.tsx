import type { Region } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'

/** For who is no officer, or not signed in. */
export function OfficersOnly() {
  const { t } = useText()
  return (
    <div class="page theme-kutai desk-door">
      <main class="card desk-card stack">
        <h1>{t('integrity.title')}</h1>
        <p>{t('integrity.officers-only')}</p>
        <a class="button main" href="/petugas">
          {t('integrity.sign-in')}
        </a>
        <a class="button quiet" href="/pengaduan">
          {t('integrity.citizens')}
        </a>
      </main>
    </div>
  )
}

/** For the account that belongs to every region. */
export function ChooseRegion(props: { regions: readonly Region[] }) {
  const { t } = useText()
  return (
    <div class="page theme-kutai desk-door">
      <main class="card desk-card stack">
        <h1>{t('integrity.title')}</h1>
        <p>{t('integrity.region')}</p>
        <ul class="desk-regions">
          {props.regions.map(({ slug, name }) => (
            <li key={slug}>
              <a class="button wide" href={`/integritas?wilayah=${slug}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
