import { CodedError } from '@balai/engine/core'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OtpResponse, TicketRequest } from '../../../api/index.ts'
import { Busy, callSentence, Notice, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { requestCode, verifyCode } from '../app/session.ts'

/** NIK and telephone, then the code. What was wished before signing in goes on by itself. */
export function SignInSheet(props: { take: TicketRequest | null; claim: string | null }) {
  const { app, taker } = useCitizen()
  const { t } = useText()
  const [nik, setNik] = useState('')
  const [phone, setPhone] = useState('')
  const [sent, setSent] = useState<OtpResponse | null>(null)
  const [problem, setProblem] = useState('')
  const [wrong, setWrong] = useState<'nik' | 'phone' | null>(null)
  const [isBusy, setBusy] = useState(false)

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    setWrong(null)
    try {
      await work()
    } catch (error) {
      setProblem(callSentence(error, t))
      const code = error instanceof CodedError ? error.code : ''
      if (code === 'otp-expired') setSent(null)
      const field = code.startsWith('nik-') ? 'nik' : code.startsWith('phone-') ? 'phone' : null
      setWrong(field)
      if (field) document.getElementById(field)?.focus()
    }
    setBusy(false)
  }
  const ask = () => run(async () => setSent(await requestCode(app, { nik: nik.replace(/\D/g, ''), phone })))
  const verify = (code: string) =>
    run(async () => {
      if (!sent) return
      await verifyCode(app, sent.challenge, code)
      if (props.take) taker.take(props.take)
      else if (props.claim !== null) app.open({ kind: 'claim', code: props.claim })
      else app.close()
    })

  return (
    <Sheet
      title={t(
        sent
          ? 'sign-in.code-title'
          : props.claim !== null
            ? 'claim.title'
            : props.take?.slotAt
              ? 'sign-in.book-title'
              : props.take
                ? 'sign-in.take-title'
                : 'sign-in.title',
      )}
      onClose={() => app.close()}
    >
      {sent ? (
        <CodeForm sent={sent} problem={problem} isBusy={isBusy} onCode={verify} onAgain={ask} onBack={() => setSent(null)} />
      ) : (
        <form
          class="stack form"
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <p>{t('sign-in.why')}</p>
          <div class={wrong === 'nik' ? 'field wrong' : 'field'}>
            <label for="nik">NIK</label>
            <input
              id="nik"
              inputMode="numeric"
              autocomplete="off"
              maxLength={19}
              required
              value={nik}
              aria-invalid={wrong === 'nik'}
              aria-describedby={wrong === 'nik' ? 'sign-in-problem nik-hint' : 'nik-hint'}
              onInput={(event) => setNik(event.currentTarget.value)}
            />
            {wrong === 'nik' && <Wrong>{problem}</Wrong>}
            <p class="hint" id="nik-hint">
              {t('sign-in.nik-hint', { count: nik.replace(/\D/g, '').length })}
            </p>
          </div>
          <div class={wrong === 'phone' ? 'field wrong' : 'field'}>
            <label for="phone">{t('sign-in.phone')}</label>
            <input
              id="phone"
              type="tel"
              inputMode="tel"
              autocomplete="tel"
              required
              value={phone}
              aria-invalid={wrong === 'phone'}
              aria-describedby={wrong === 'phone' ? 'sign-in-problem phone-hint' : 'phone-hint'}
              onInput={(event) => setPhone(event.currentTarget.value)}
            />
            {wrong === 'phone' && <Wrong>{problem}</Wrong>}
            <p class="hint" id="phone-hint">
              {t('sign-in.phone-hint')}
            </p>
          </div>
          {problem && !wrong && (
            <Notice tone="bad" isLive>
              {problem}
            </Notice>
          )}
          <button type="submit" class="button main wide" disabled={isBusy}>
            {isBusy ? <Busy>{t('action.sending')}</Busy> : t('sign-in.ask-code')}
          </button>
          <p class="small soft">{t('sign-in.privacy')}</p>
        </form>
      )}
    </Sheet>
  )
}

/** What is wrong, at the field that it is about. */
function Wrong(props: { children: string }) {
  return (
    <div id="sign-in-problem">
      <Notice tone="bad" isLive>
        {props.children}
      </Notice>
    </div>
  )
}

type CodeProps = {
  readonly sent: OtpResponse
  readonly problem: string
  readonly isBusy: boolean
  readonly onCode: (code: string) => void
  readonly onAgain: () => void
  readonly onBack: () => void
}

function CodeForm(props: CodeProps) {
  const { t } = useText()
  const { sent } = props
  const [code, setCode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault()
        props.onCode(code.replace(/\D/g, ''))
      }}
    >
      <p>{t('sign-in.code-sent', { phone: sent.phoneMasked })}</p>
      {sent.demoPage && (
        <Notice tone="warn">
          {t('sign-in.demo')}{' '}
          <a href={sent.demoPage} target="_blank" rel="noopener">
            {t('sign-in.demo-link')}
          </a>
        </Notice>
      )}
      <div class="field">
        <label for="code">{t('sign-in.code')}</label>
        <input
          ref={input}
          id="code"
          class="code-input"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={8}
          required
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      {props.problem && (
        <Notice tone="bad" isLive>
          {props.problem}
        </Notice>
      )}
      <button type="submit" class="button main wide" disabled={props.isBusy}>
        {props.isBusy ? <Busy>{t('action.sending')}</Busy> : t('sign-in.enter')}
      </button>
      <div class="row spread">
        <button type="button" class="button quiet" onClick={props.onBack}>
          {t('sign-in.change')}
        </button>
        <AgainButton resendAt={sent.resendAt} onAgain={props.onAgain} />
      </div>
    </form>
  )
}

/** Counts down to the moment when another code may be asked for. */
function AgainButton(props: { resendAt: string; onAgain: () => void }) {
  const { t } = useText()
  const secondsLeft = () => Math.max(0, Math.ceil((Date.parse(props.resendAt) - Date.now()) / 1000))
  const [left, setLeft] = useState(secondsLeft)
  useEffect(() => {
    setLeft(secondsLeft())
    const timer = setInterval(() => setLeft(secondsLeft()), 1000)
    return () => clearInterval(timer)
  }, [props.resendAt])
  return (
    <button type="button" class="button quiet" disabled={left > 0} onClick={props.onAgain}>
      {left > 0 ? t('sign-in.again-in', { seconds: left }) : t('sign-in.again')}
    </button>
  )
}
