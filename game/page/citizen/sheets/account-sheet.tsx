import { useState } from 'preact/hooks'
import { callSentence, formatBytes, Icon, Notice, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { signOut } from '../app/session.ts'
import { readUnsent, type Unsent } from '../app/unsent.ts'

/** Who is signed in (masked), today's numbers, and the way out. */
export function AccountSheet() {
  const { app } = useCitizen()
  const { t, language } = useText()
  const [problem, setProblem] = useState('')
  const session = app.session.value
  const [warned, setWarned] = useState<Unsent | null>(null)
  const leave = async () => {
    // What is on its way lies under a key that goes with the session.
    const unsent = readUnsent()
    if (unsent.sendings + unsent.drafts > 0 && !warned) {
      setWarned(unsent)
      return
    }
    try {
      await signOut(app)
      app.close()
    } catch (error) {
      setProblem(callSentence(error, t))
    }
  }
  return (
    <Sheet title={t('account.title')} onClose={() => app.close()}>
      <div class="stack">
        {session?.role === 'citizen' ? (
          <>
            <dl class="facts is-wide">
              <div>
                <dt>NIK</dt>
                <dd class="number">{session.nikMasked}</dd>
              </div>
              <div>
                <dt>{t('sign-in.phone')}</dt>
                <dd class="number">{session.phoneMasked}</dd>
              </div>
            </dl>
            <a class="button wide" href="/perkara">
              <Icon name="paper" />
              {t('account.cases')}
            </a>
            <a class="button wide" href="/kabar">
              <Icon name="bell" />
              {t('account.notices')}
            </a>
            <a class="button wide" href="/data-saya">
              <Icon name="person" />
              {t('account.rights')}
            </a>
            {app.tickets.value.length > 0 && <h3>{t('account.tickets')}</h3>}
            <ul class="stack">
              {app.tickets.value.map((ticket) => (
                <li key={ticket.id}>
                  <button type="button" class="button wide spread" onClick={() => app.open({ kind: 'ticket', ticket: ticket.id })}>
                    <strong class="number">{ticket.label}</strong>
                    <span>{t(`ticket.short.${ticket.state}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {problem && (
              <Notice tone="bad" isLive>
                {problem}
              </Notice>
            )}
            {warned && (
              <Notice tone="warn" isLive>
                {warned.sendings > 0 && <p>{t('account.unsent', { count: warned.sendings })}</p>}
                {warned.drafts > 0 && <p>{t('account.drafts', { count: warned.drafts })}</p>}
                <p>{t('account.unsent-lost')}</p>
              </Notice>
            )}
            <button type="button" class={warned ? 'button wide danger' : 'button wide'} onClick={() => void leave()}>
              {t(warned ? 'account.sign-out-anyway' : 'account.sign-out')}
            </button>
          </>
        ) : (
          <>
            <p>{t('account.none')}</p>
            <button type="button" class="button main wide" onClick={() => app.open({ kind: 'sign-in', take: null })}>
              {t('sign-in.title')}
            </button>
          </>
        )}
        <p class="meter small">
          <span>{t('account.data')}</span>
          <strong class="number">{formatBytes(app.meter.bytes.value, language)}</strong>
        </p>
      </div>
    </Sheet>
  )
}
