import { useState } from 'preact/hooks'
import { Notice, useText } from '../shared/index.ts'
import { plainCode } from './ticket-path.ts'

/** For a code that was mistyped: it is written once more. */
export function CodeForm(props: { code: string }) {
  const { t } = useText()
  const [code, setCode] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (plainCode(code) !== '') location.assign(`/tiket/${plainCode(code)}`)
      }}
    >
      {props.code !== '' && (
        <Notice tone="warn" isLive>
          {t('slip.unknown', { code: props.code })}
        </Notice>
      )}
      <p>{t('slip.unknown-words')}</p>
      <div class="field">
        <label for="code">{t('slip.code')}</label>
        <input
          id="code"
          class="number"
          autocomplete="off"
          autocapitalize="characters"
          maxLength={12}
          required
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button main wide">
        {t('slip.open')}
      </button>
    </form>
  )
}
