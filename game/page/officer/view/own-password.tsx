import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PasswordState } from '../../../api/index.ts'
import { callSentence, Notice, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'

const leastLetters = 10

/** For who has come in with a first password: it is spent, so they choose their own before anything else. Asked once for each sign-in. */
export function OwnPassword() {
  const { app } = useOfficer()
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    let isGone = false
    async function ask(): Promise<void> {
      try {
        const { state } = await app.call<PasswordState>('GET', '/api/officer/password')
        if (!isGone) setDue(state === 'first')
      } catch {
        // Work goes on without the answer; the next sign-in asks again.
      }
    }
    void ask()
    return () => {
      isGone = true
    }
  }, [])
  return isDue ? <Choose onDone={() => setDue(false)} /> : null
}

function Choose(props: { onDone: () => void }) {
  const { app } = useOfficer()
  const { t } = useText()
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
    const element = dialog.current
    return () => element?.close()
  }, [])
  const isShort = [...next].length < leastLetters
  const isOff = isShort || next !== again || isBusy
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isShort) return setProblem(t('officer.password.short', { least: leastLetters }))
    if (next !== again) return setProblem(t('officer.password.differs'))
    if (isBusy) return
    setBusy(true)
    try {
      await app.call<PasswordState>('PUT', '/api/officer/password', { body: { next } })
      props.onDone()
    } catch (error) {
      setProblem(callSentence(error, t))
    } finally {
      setBusy(false)
    }
  }
  return (
    <dialog ref={dialog} class="ask" aria-labelledby={titleId} onCancel={(event) => event.preventDefault()}>
      <header class="ask-head">
        <h2 id={titleId}>{t('officer.password.choose')}</h2>
      </header>
      <form class="ask-body" onSubmit={(event) => void submit(event)}>
        <p class="soft">{t('officer.password.how', { least: leastLetters })}</p>
        {problem !== null && (
          <Notice tone="bad" isLive>
            <p>{problem}</p>
          </Notice>
        )}
        <div class="field">
          <label for="own-password">{t('officer.password.next')}</label>
          <input
            id="own-password"
            class="input"
            type="password"
            autocomplete="new-password"
            value={next}
            onInput={(event) => setNext(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="own-password-again">{t('officer.password.again')}</label>
          <input
            id="own-password-again"
            class="input"
            type="password"
            autocomplete="new-password"
            value={again}
            onInput={(event) => setAgain(event.currentTarget.value)}
          />
        </div>
        <div class="ask-buttons">
          <button type="submit" class="button main" aria-disabled={isOff} aria-busy={isBusy}>
            {t('officer.password.keep')}
          </button>
        </div>
      </form>
    </dialog>
  )
}
