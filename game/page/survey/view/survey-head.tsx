import type { Theme } from '../../../api/index.ts'
import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'

/** The bar above: whose figures, and the other language. */
export function SurveyHead(props: { theme: Theme; name: string; href: string }) {
  const { t } = useText()
  return (
    <>
      <header class="skm-head">
        <div class="skm-head-row">
          <a class="brand" href={props.href}>
            <span class="mark" aria-hidden="true" />
            <span class="brand-words">
              <strong>{props.name}</strong>
              <span>{t('skm.name')}</span>
            </span>
          </a>
          <LanguageSwitch url={location.pathname + location.search} />
        </div>
      </header>
      <div class="band">
        <Ornament theme={props.theme} id="band-skm" />
      </div>
    </>
  )
}
