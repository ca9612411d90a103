import type { ComponentChildren } from 'preact'
import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'

/** The page around its parts: the way back, the other language. */
export function Frame(props: { isDesk: boolean; children: ComponentChildren }) {
  const { t } = useText()
  return (
    <div class="page theme-kutai">
      <header class="documents-head">
        <div class="documents-head-row">
          <a class="brand" href={props.isDesk ? '/petugas' : '/'}>
            <span class="mark" aria-hidden="true" />
            <span class="brand-words">
              <strong>Balai</strong>
              <span>{t(props.isDesk ? 'documents.desk.name' : 'documents.name')}</span>
            </span>
          </a>
          <LanguageSwitch url={location.pathname + location.search} />
        </div>
      </header>
      <div class="band">
        <Ornament theme="kutai" id="band-documents" />
      </div>
      <main class="column documents-main">{props.children}</main>
    </div>
  )
}
