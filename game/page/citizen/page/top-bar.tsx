import type { Region } from '../../../api/index.ts'
import { Icon, LanguageSwitch, useText } from '../../shared/index.ts'

/** Brand, region (a link to choose another), language; the account button comes with the script. */
export function TopBar(props: { region: Region | null; url: string }) {
  const { t } = useText()
  return (
    <header class="top">
      <div class="top-row">
        <a class="brand" href="/">
          <Mark />
          <span class="brand-words">
            <strong>Balai</strong>
            {props.region && (
              <span class="brand-region">
                {props.region.name}
                <span class="visually-hidden"> – {t('page.change-region')}</span>
                <Icon name="down" size={16} />
              </span>
            )}
          </span>
        </a>
        <div class="row">
          <div id="slot-account" />
          <LanguageSwitch url={props.url} />
        </div>
      </div>
    </header>
  )
}

function Mark() {
  return (
    <svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 4l13 9H3z" fill="#e9b44c" />
      <path d="M6 15h4v10H6zM14 15h4v10h-4zM22 15h4v10h-4z" fill="#fff4d6" />
      <path d="M3 26h26v2.5H3z" fill="#e9b44c" />
    </svg>
  )
}
