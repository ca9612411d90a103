import { Icon, Ornament, TextProvider, useText } from '../../shared/index.ts'
import { PaperTicket } from '../ticket/paper-ticket.tsx'
import type { KioskApp } from '../state/kiosk-app.ts'
import { CodeScreen } from './code-screen.tsx'
import { LinesScreen } from './lines-screen.tsx'
import { NumberScreen } from './number-screen.tsx'
import { PrintScreen } from './print-screen.tsx'
import { ServicesScreen } from './services-screen.tsx'
import { StartScreen } from './start-screen.tsx'
import { StillHere } from './still-here.tsx'
import { TakingScreen } from './taking-screen.tsx'
import { Unpaired } from './unpaired.tsx'
import { WingsScreen } from './wings-screen.tsx'

/** The whole kiosk: one screen at a time, between the name of the mall and the ways back. */
export function KioskView(props: { app: KioskApp }) {
  const { app } = props
  const step = app.step.value
  const text = app.text.value
  if (step.kind === 'unpaired') return <Unpaired text={text} />
  const { theme } = app.catalogue.region
  return (
    <TextProvider text={text}>
      <div class={`kiosk theme-${theme} at-${step.kind}`}>
        <Head app={app} />
        <div class="band">
          <Ornament theme={theme} id="band-kiosk" />
        </div>
        <LostBar app={app} />
        <Screen app={app} />
        {step.kind !== 'start' && <Foot app={app} />}
      </div>
      {step.kind === 'number' && <PaperTicket app={app} found={step.found} />}
    </TextProvider>
  )
}

function Screen(props: { app: KioskApp }) {
  const { app } = props
  const step = app.step.value
  switch (step.kind) {
    case 'wings':
      return <WingsScreen app={app} />
    case 'lines':
      return <LinesScreen key={step.wing} app={app} wing={step.wing} />
    case 'services':
      return <ServicesScreen key={step.group} app={app} group={step.group} />
    case 'taking':
      return <TakingScreen app={app} />
    case 'number':
      return <NumberScreen key={step.found.code} app={app} found={step.found} isNew={step.isNew} />
    case 'code':
      return <CodeScreen app={app} />
    case 'print':
      return <PrintScreen app={app} />
    default:
      return <StartScreen app={app} />
  }
}

function Head(props: { app: KioskApp }) {
  const { t } = useText()
  const { region } = props.app.catalogue
  return (
    <header class="kiosk-head">
      <span class="mark" aria-hidden="true" />
      <p>
        <strong>{region.name}</strong>
        <span>{t(region.isDemo ? 'kiosk.mall.demo' : 'kiosk.mall')}</span>
      </p>
    </header>
  )
}

/** At once and on every screen: whoever stands here should not have to guess. */
function LostBar(props: { app: KioskApp }) {
  const { t } = useText()
  return (
    <div role="status">
      {props.app.isLost.value && (
        <p class="lost">
          <Icon name="wifi" size={32} />
          {t('kiosk.lost')}
        </p>
      )}
    </div>
  )
}

function Foot(props: { app: KioskApp }) {
  const { app } = props
  const { t } = useText()
  const step = app.step.value
  const isDone = step.kind === 'number' || (step.kind === 'print' && app.printer.phase.value === 'printed')
  return (
    <footer class="kiosk-foot">
      <StillHere app={app} />
      <div class="foot-buttons">
        {!isDone && (
          <button type="button" class="button" onClick={app.back}>
            <Icon name="back" size={32} />
            {t('action.back')}
          </button>
        )}
        <button type="button" class={isDone ? 'button main' : 'button'} onClick={app.restart}>
          <Icon name={isDone ? 'check' : 'home'} size={32} />
          {t(isDone ? 'action.done' : 'kiosk.restart')}
        </button>
      </div>
    </footer>
  )
}
