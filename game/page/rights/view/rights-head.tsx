import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'

/** The bar above: back to Balai, and the other language. */
export function RightsHead() {
  const { t } = useText()
  return (
    <>
      <header class="rights-head">
        <div class="rights-head-row">
          <a class="brand" href="/">
            <span class="mark" aria-hidden="true" />
            <span class="brand-words">
              <strong>Balai</strong>
              <span>{t('rights.name')}</span>
            </span>
          </a>
          <LanguageSwitch url={location.pathname + location.search} />
        </div>
      </header>
      <div class="band">
        <Ornament theme="kutai" id="band-rights" />
      </div>
    </>
  )
}
