import { useEffect, useRef, useState } from 'preact/hooks'
import type { LevyReceipt } from '../../../api/index.ts'
import { createApiCall, type ApiCall } from '../api/call.ts'
import { callSentence } from '../api/call-sentence.ts'
import { newRequestKey } from '../api/request-key.ts'
import { Busy, Notice } from '../components/notice.tsx'
import { formatClock, formatRupiah } from '../text/format.ts'
import { loadMessages } from '../text/load-messages.ts'
import { TextProvider, useText, type Text } from '../text/text-context.tsx'
import { createTranslate } from '../text/translate.ts'
import type { LevyAbout } from './levy-about.ts'
import './levy.css'

export type LevyPanelProps = { readonly about: LevyAbout; readonly onClose: () => void }

/** Seals the report as it opens, then says what was sealed and what can be done with it. Over everything, a talk included. */
export function LevyPanel(props: LevyPanelProps) {
  const outer = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState<Text | null>(null)
  useEffect(() => {
    dialog.current?.showModal()
    void loadWords(outer).then(setText)
  }, [])
  return (
    <dialog
      ref={dialog}
      class="levy-panel"
      aria-labelledby="levy-title"
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      {text === null ? (
        <Busy>…</Busy>
      ) : (
        <TextProvider text={text}>
          <Report {...props} />
        </TextProvider>
      )}
    </dialog>
  )
}

/** The words of the panel over those of the page; without them the page's own have to do. */
async function loadWords(outer: Text): Promise<Text> {
  try {
    const messages = await loadMessages(outer.language, ['levy'])
    const t = createTranslate(messages)
    return { language: outer.language, t: (key, values) => (key in messages ? t(key, values) : outer.t(key, values)) }
  } catch {
    return outer
  }
}

type Stage = { readonly receipt: LevyReceipt } | { readonly problem: string } | 'sealing'

function Report(props: LevyPanelProps) {
  const { t, language } = useText()
  const [call] = useState<ApiCall>(() => createApiCall({ language, fetch: (input, init) => fetch(input, init) }))
  const [key] = useState(newRequestKey)
  const [stage, setStage] = useState<Stage>('sealing')
  const run = (send: () => Promise<LevyReceipt>) => {
    setStage('sealing')
    send().then(
      (receipt) => setStage({ receipt }),
      (error: unknown) => setStage({ problem: callSentence(error, t) }),
    )
  }
  const seal = () => run(() => call<LevyReceipt>('POST', '/api/levies', { body: props.about, idempotencyKey: key }))
  useEffect(seal, [])
  if (stage === 'sealing') {
    return (
      <div class="stack">
        <h2 id="levy-title">{t('levy.ask')}</h2>
        <Busy>{t('levy.sealing')}</Busy>
      </div>
    )
  }
  if ('problem' in stage) {
    return (
      <div class="stack">
        <h2 id="levy-title">{t('levy.ask')}</h2>
        <Notice tone="bad" isLive>
          {stage.problem}
        </Notice>
        <button type="button" class="button main wide" onClick={seal}>
          {t('action.retry')}
        </button>
        <button type="button" class="button wide" onClick={props.onClose}>
          {t('action.close')}
        </button>
      </div>
    )
  }
  const { receipt } = stage
  const retract = () => run(() => call<LevyReceipt>('POST', '/api/levies/retract', { body: { code: receipt.code } }))
  return <Sealed receipt={receipt} onRetract={retract} onClose={props.onClose} />
}

function Sealed(props: { receipt: LevyReceipt; onRetract: () => void; onClose: () => void }) {
  const { t, language } = useText()
  const { receipt } = props
  if (receipt.state === 'retracted') {
    return (
      <div class="stack">
        <h2 id="levy-title">{t('levy.retracted')}</h2>
        <p>{t('levy.retracted-words')}</p>
        <button type="button" class="button main wide" onClick={props.onClose}>
          {t('action.close')}
        </button>
      </div>
    )
  }
  const fee = receipt.rupiah === null ? null : receipt.rupiah === 0 ? t('fee.free') : formatRupiah(receipt.rupiah, language)
  return (
    <div class="stack">
      <h2 id="levy-title">{t('levy.sealed', { time: formatClock(receipt.sealedAt, language) })}</h2>
      {fee !== null && (
        <p class="levy-fee">
          {t('levy.official')} <strong>{fee}</strong>
          <span class="small">{receipt.basis}</span>
        </p>
      )}
      <Notice tone="good" isLive>
        {t('levy.safe')}
      </Notice>
      <p class="levy-code">
        <span class="small">{t('levy.code')}</span>
        <strong class="number">{receipt.code}</strong>
        <span class="small soft">{t('levy.code-words', { number: receipt.number })}</span>
      </p>
      {/* Another tab: a talk must not end for it. */}
      <a class="button main wide" href={`/pengaduan#kode=${receipt.code}`} target="_blank" rel="noopener">
        {t('levy.add')}
      </a>
      <button type="button" class="button wide" onClick={props.onClose}>
        {t('action.done')}
      </button>
      {receipt.retractUntil !== null && (
        <button type="button" class="button quiet" onClick={props.onRetract}>
          {t('levy.slip', { time: formatClock(receipt.retractUntil, language) })}
        </button>
      )}
    </div>
  )
}
