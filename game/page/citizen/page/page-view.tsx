import { Ornament, useText } from '../../shared/index.ts'
import { readCaseAddress } from '../case/address.ts'
import { CaseShell } from '../case/case-shell.tsx'
import type { CitizenPageData } from '../page-data.ts'
import { Dock } from './dock.tsx'
import { Footer } from './footer.tsx'
import { RegionChooser } from './region-chooser.tsx'
import { RegionPage } from './region-page.tsx'
import { TopBar } from './top-bar.tsx'

/** The whole page in the list's skin. The places with an id `slot-…` are filled by the script, if there is one. */
export function PageView(props: { data: CitizenPageData }) {
  const { data } = props
  const { t } = useText()
  const theme = data.region?.theme ?? 'kutai'
  const isCase = readCaseAddress(data.url) !== null
  return (
    <div class={`page theme-${theme}${isCase ? ' in-case' : ''}`} id="page">
      <a class="skip" href="#isi">
        {t('page.skip')}
      </a>
      <TopBar region={data.region} url={data.url} />
      <Ornament theme={theme} id="band-top" />
      <main id="isi" tabIndex={-1}>
        {isCase ? (
          <CaseShell />
        ) : data.region && data.catalogue ? (
          <RegionPage data={data} region={data.region} catalogue={data.catalogue} />
        ) : (
          <RegionChooser regions={data.regions} />
        )}
      </main>
      {!isCase && (
        <>
          <Footer region={data.region} config={data.config} />
          <Dock region={data.region} />
          <div id="slot-hint" />
        </>
      )}
      <div id="slot-mall" />
      <div id="slot-overlay" />
    </div>
  )
}
