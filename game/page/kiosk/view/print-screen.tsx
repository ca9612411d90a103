import { useLayoutEffect, useRef } from 'preact/hooks'
import type { KioskPrintResponse } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { pinLength } from '../state/document-printer.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { codeInFours, codeLength, codeLetters } from '../ticket/code-letters.ts'
import { useScreenFocus } from './use-screen-focus.ts'

const digits = [...'1234567890'] as const

/** The holder prints a document: code, then PIN, then it comes out of the printer. */
export function PrintScreen(props: { app: KioskApp }) {
  const { printer } = props.app
  const phase = printer.phase.value
  const printed = printer.printed.value
  // Before the screen is painted: what a reader of codes types at once is not lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.altKey && !event.metaKey) printer.type(event.key)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  if (phase === 'printed' && printed !== null) return <Printed key={printed.path} printed={printed} />
  if (phase === 'sending') return <Sending />
  return phase === 'code' ? <Typing key="code" app={props.app} what="code" /> : <Typing key="pin" app={props.app} what="pin" />
}

function Typing(props: { app: KioskApp; what: 'code' | 'pin' }) {
  const { app, what } = props
  const { printer } = app
  const { t } = useText()
  const heading = useScreenFocus()
  const count = printer.pinDigits.value
  const code = printer.code.value
  const problem = printer.problem.value
  return (
    <main class={`screen code-screen print-${what}`}>
      <div class="screen-top">
        <h1 ref={heading} tabIndex={-1}>
          {t(`kiosk.doc.${what}`)}
        </h1>
        <p>{t(`kiosk.doc.how.${what}`)}</p>
        <p class="code-typed number" role="status">
          <span class="visually-hidden">{what === 'code' ? code.split('').join(' ') : t('kiosk.doc.pin.typed', { count })}</span>
          <span aria-hidden="true">
            {what === 'code' ? codeInFours(code.padEnd(codeLength, '·')) : '●'.repeat(count).padEnd(pinLength, '·')}
          </span>
        </p>
        {problem !== null && (
          <p class="code-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="screen-actions">
        <ul class="keypad">
          {(what === 'code' ? codeLetters : digits).map((key) => (
            <li key={key}>
              <button type="button" class="key" onClick={() => printer.type(key)}>
                {key}
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          class="button"
          disabled={what === 'code' ? code === '' : count === 0}
          onClick={() => printer.type('Backspace')}
        >
          <Icon name="close" size={32} />
          {t('kiosk.code.delete')}
        </button>
        <p class="print-desk">{t('kiosk.doc.desk')}</p>
      </div>
    </main>
  )
}

function Sending() {
  const { t } = useText()
  const heading = useScreenFocus()
  return (
    <main class="screen taking">
      <div class="screen-top" role="status">
        <span class="spinner" aria-hidden="true" />
        <h1 ref={heading} tabIndex={-1}>
          {t('kiosk.doc.sending')}
        </h1>
      </div>
    </main>
  )
}

/** The PDF lies in a frame that nobody sees, from where the browser prints it as it is. */
function Printed(props: { printed: KioskPrintResponse }) {
  const { t } = useText()
  const { title, number, path } = props.printed
  const heading = useScreenFocus()
  const frame = useRef<HTMLIFrameElement>(null)
  const print = () => frame.current?.contentWindow?.print()
  return (
    <main class="screen taking printed">
      <div class="screen-top">
        <Icon name="paper" size={96} />
        <h1 ref={heading} tabIndex={-1}>
          {t('kiosk.doc.printed')}
        </h1>
        <p class="taking-why">{t('kiosk.doc.printed.how', { title, number })}</p>
      </div>
      <div class="screen-actions">
        <button type="button" class="button" onClick={print}>
          <Icon name="paper" size={32} />
          {t('kiosk.print.again')}
        </button>
        <p class="print-desk">{t('kiosk.doc.printed.jam')}</p>
      </div>
      <iframe ref={frame} class="print-frame" title={number} src={path} tabIndex={-1} aria-hidden="true" onLoad={print} />
    </main>
  )
}
