import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { codeInFours, codeLength, codeLetters, typeLetter } from '../ticket/code-letters.ts'
import { useScreenFocus } from './use-screen-focus.ts'

/** The code below a number opens the same number again; by the keys on the screen or by a keyboard. */
export function CodeScreen(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const heading = useScreenFocus()
  const [typed, setTyped] = useState('')
  const type = (key: string) => {
    app.codeProblem.value = null
    setTyped((before) => typeLetter(before, key))
  }
  // Before the screen is painted: what a reader of codes types at once is not lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.altKey && !event.metaKey) type(event.key)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    if (typed.length === codeLength) void app.find(typed)
  }, [typed])
  const problem = app.codeProblem.value
  return (
    <main class="screen code-screen">
      <div class="screen-top">
        <h1 ref={heading} tabIndex={-1}>
          {t('kiosk.code')}
        </h1>
        <p>{t('kiosk.code.how')}</p>
        <p class="code-typed number" role="status">
          <span class="visually-hidden">{typed.split('').join(' ')}</span>
          <span aria-hidden="true">{codeInFours(typed.padEnd(codeLength, '·'))}</span>
        </p>
        {problem && (
          <p class="code-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="screen-actions">
        <ul class="keypad">
          {codeLetters.map((letter) => (
            <li key={letter}>
              <button type="button" class="key" onClick={() => type(letter)}>
                {letter}
              </button>
            </li>
          ))}
        </ul>
        <button type="button" class="button" disabled={typed === ''} onClick={() => type('Backspace')}>
          <Icon name="close" size={32} />
          {t('kiosk.code.delete')}
        </button>
      </div>
    </main>
  )
}
