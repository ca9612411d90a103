import { Icon, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { useScreenFocus } from './use-screen-focus.ts'

/** What somebody sees who has never stood before a kiosk: take a number here, in which language. */
export function StartScreen(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const heading = useScreenFocus()
  return (
    <main class="screen start">
      <div class="screen-top">
        <Machine />
        <h1 ref={heading} tabIndex={-1}>
          {t('kiosk.start')}
        </h1>
        <p class="start-how">{t('kiosk.start.how')}</p>
      </div>
      <div class="screen-actions">
        <button type="button" class="tile start-tile is-main" onClick={() => app.begin('id')}>
          <Icon name="ticket" size={72} />
          <span>
            <strong>Ambil nomor</strong>
            <small>Bahasa Indonesia</small>
          </span>
        </button>
        <button type="button" class="tile start-tile" lang="en" onClick={() => app.begin('en')}>
          <Icon name="ticket" size={72} />
          <span>
            <strong>Take a number</strong>
            <small>English</small>
          </span>
        </button>
        <button type="button" class={app.printsDocuments ? 'button start-code is-half' : 'button start-code'} onClick={app.openCode}>
          <Icon name="search" size={32} />
          {t('kiosk.start.code')}
        </button>
        {app.printsDocuments && (
          <button type="button" class="button start-code is-half" onClick={app.openPrint}>
            <Icon name="paper" size={32} />
            {t('kiosk.start.print')}
          </button>
        )}
      </div>
    </main>
  )
}

/** A ticket that comes out of its slot: it moves gently, and lies still where motion is not wanted. */
function Machine() {
  return (
    <svg class="machine" viewBox="24 8 192 152" aria-hidden="true">
      <clipPath id="machine-mouth">
        <rect x="0" y="44" width="240" height="124" />
      </clipPath>
      <g clip-path="url(#machine-mouth)">
        <g class="machine-ticket">
          <path class="machine-paper" d="M64 20h112v124l-8 8-8-8-8 8-8-8-8 8-8-8-8 8-8-8-8 8-8-8-8 8-8-8-8 8-8-8z" />
          <text class="machine-label" x="120" y="86" text-anchor="middle" textLength="84" lengthAdjust="spacingAndGlyphs">
            A-001
          </text>
          <path class="machine-lines" d="M84 104h72M96 118h48" />
        </g>
      </g>
      <rect class="machine-body" x="32" y="16" width="176" height="32" rx="10" />
      <rect class="machine-slot" x="52" y="36" width="136" height="8" rx="4" />
    </svg>
  )
}
