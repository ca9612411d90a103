import { useEffect, useState } from 'preact/hooks'
import { Busy, Notice, OfflineBanner, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { CasesDoor } from './cases-door.tsx'
import { Console } from './console.tsx'
import { CounterChooser } from './counter-chooser.tsx'
import { EmergencyNotice } from './emergency-notice.tsx'
import { KeysHelp } from './keys-help.tsx'
import { OwnPassword } from './own-password.tsx'
import { SignIn } from './sign-in.tsx'

/** The officer's page in whichever state it is. */
export function OfficerPage() {
  const { app, desk, keys, layout, place } = useOfficer()
  const { t } = useText()
  const phase = app.phase.value
  const counter = app.counter.value
  const isInside = phase === 'choosing' || phase === 'open'
  const isAtCases = isInside && place.at.value === 'cases'
  const [wasAtCases, setWasAtCases] = useState(false)
  useEffect(() => {
    // Kept once it was opened: what was begun there is there again. A session that ended takes it along.
    if (isAtCases) setWasAtCases(true)
    else if (!isInside) setWasAtCases(false)
  }, [isAtCases, isInside])
  const theme = app.catalogue.value?.region.theme ?? 'kutai'
  useEffect(() => {
    if (!counter) document.title = t('officer.title')
    else if (counter.current) document.title = t('officer.title.serving', { label: counter.current.label, counter: counter.counter.label })
    else document.title = t('officer.title.open', { counter: counter.counter.label, waiting: counter.waiting.length })
  }, [counter])
  return (
    <div class={`page officer theme-${phase === 'open' ? theme : 'kutai'} phase-${phase} at-${isAtCases ? 'cases' : 'queue'}`}>
      {phase !== 'signed-out' && <OfflineBanner state={app.socket.state} />}
      {phase === 'loading' && (
        <main class="middle">
          <Busy>{t('officer.loading')}</Busy>
        </main>
      )}
      {phase === 'failed' && (
        <main class="middle">
          <div class="card plain-card stack">
            <h1>{t('officer.failed')}</h1>
            <Notice tone="bad" isLive>
              <p>{app.problem.value}</p>
            </Notice>
            <button type="button" class="button main" onClick={() => void app.load()}>
              {t('officer.retry')}
            </button>
          </div>
        </main>
      )}
      {phase === 'signed-out' && <SignIn />}
      {phase === 'choosing' && !isAtCases && <CounterChooser />}
      {phase === 'open' && counter && <Console counter={counter} isHidden={isAtCases} />}
      {(isAtCases || (isInside && wasAtCases)) && <CasesDoor isHidden={!isAtCases} />}
      {layout.isHelpOpen.value && (
        <KeysHelp
          onClose={() => {
            layout.isHelpOpen.value = false
          }}
        />
      )}
      {isInside && <OwnPassword />}
      <EmergencyNotice />
      <p class="visually-hidden" role="status">
        {keys.armed.value ? t('officer.keys.armed') : desk.said.value}
      </p>
    </div>
  )
}
