import { useText } from '../../shared/index.ts'

/** A plain form: it works without any script. */
export function CodeForm(props: { isFirst: boolean; code: string }) {
  const { t } = useText()
  return (
    <form class={props.isFirst ? 'card code-form' : 'code-form'} action="/cek" method="get">
      {!props.isFirst && <h2>{t('verify.another')}</h2>}
      <div class="field">
        <label for="kode">{t('verify.code')}</label>
        <input
          id="kode"
          name="kode"
          class="number code-input"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          required
          defaultValue={props.code}
          aria-describedby="kode-hint"
        />
        <span class="hint" id="kode-hint">
          {t('verify.code.hint')}
        </span>
      </div>
      <button type="submit" class={props.isFirst ? 'button main wide' : 'button wide'}>
        {t('verify.check')}
      </button>
    </form>
  )
}
