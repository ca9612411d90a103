import { useState } from 'preact/hooks'
import { Busy, Notice, useText } from '../../shared/index.ts'
import type { ProofProps } from './proof-props.ts'
import { ReceiptStoryCard } from './receipt-story.tsx'

/** One's own receipt, pasted or from the address, and what became of it. */
export function ReceiptPart(props: ProofProps & { receipt: string }) {
  const { app } = props
  const { t } = useText()
  const [text, setText] = useState(props.receipt)
  const submit = (event: Event) => {
    event.preventDefault()
    void app.find(text)
  }
  return (
    <section class="card receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('proof.receipt')}</h2>
      <form class="receipt-form" onSubmit={submit}>
        <div class="field">
          <label for="receipt">{t('proof.receipt.label')}</label>
          <input
            id="receipt"
            name="receipt"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={text}
            aria-describedby="receipt-hint"
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p id="receipt-hint" class="hint">
            {t('proof.receipt.hint')}
          </p>
        </div>
        <button type="submit" class="button main">
          {t('proof.receipt.find')}
        </button>
      </form>
      <div role="status">
        <ReceiptAnswer {...props} />
      </div>
    </section>
  )
}

function ReceiptAnswer({ app, catalogue, clock }: ProofProps) {
  const { t } = useText()
  const search = app.search.value
  switch (search.state) {
    case 'none':
      return null
    case 'malformed':
      return <Notice tone="warn">{t('proof.receipt.malformed')}</Notice>
    case 'searching':
      return <Busy>{t('proof.receipt.searching')}</Busy>
    case 'nowhere':
      return <Notice tone={search.isSure ? 'bad' : 'warn'}>{t(search.isSure ? 'proof.receipt.nowhere' : 'proof.receipt.unsure')}</Notice>
    case 'unproved':
      return <Notice tone="bad">{t('proof.receipt.unproved', { line: search.line })}</Notice>
    case 'found':
      return <ReceiptStoryCard catalogue={catalogue} clock={clock} group={search.group} story={search.story} />
  }
}
