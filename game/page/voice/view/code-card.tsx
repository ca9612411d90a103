import { useState } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'

/** A code, large, with a way to copy it: it is the only key. */
export function CodeCard(props: { code: string; words: string }) {
  const { t } = useText()
  const [isCopied, setCopied] = useState(false)
  const canCopy = typeof navigator !== 'undefined' && navigator.clipboard !== undefined
  return (
    <section class="voice-code" aria-labelledby="code-title">
      <h2 id="code-title">{t('voice.your-code')}</h2>
      <p class="voice-code-letters number">{props.code}</p>
      <p class="small">{props.words}</p>
      {canCopy && (
        <button
          type="button"
          class="button"
          onClick={() => {
            navigator.clipboard.writeText(props.code).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }}
        >
          <Icon name={isCopied ? 'check' : 'paper'} size={20} />
          <span role="status">{t(isCopied ? 'voice.copied' : 'voice.copy')}</span>
        </button>
      )}
    </section>
  )
}
