import { useEffect, useRef } from 'preact/hooks'
import { Icon, LanguageSwitch, Notice, Ornament, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'
import { CodeForm } from './code-form.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { ComplaintPaper } from './complaint-paper.tsx'
import { LevyForm } from './levy-form.tsx'
import { LevyPaper } from './levy-paper.tsx'
import { SentPaper } from './sent-paper.tsx'
import { VoiceHome } from './voice-home.tsx'

/** `/pengaduan`: a complaint, a report, or one that was sent before. */
export function VoiceView(props: { app: VoiceApp; url: string }) {
  const { app } = props
  const { t } = useText()
  const { region } = app.catalogue
  const screen = app.screen.value
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    // The first screen leaves the focus where the reader is; each further one is read from its title.
    if (!isFirst.current) {
      main.current?.querySelector<HTMLElement>('h1')?.focus()
      window.scrollTo(0, 0)
    }
    isFirst.current = false
  }, [screen.kind])
  return (
    <div class={`page theme-${region.theme}`}>
      <header class="voice-top">
        <a class="voice-brand" href={`/${region.slug}`}>
          <strong>Balai</strong>
          <span>{region.name}</span>
        </a>
        <LanguageSwitch url={props.url} />
      </header>
      <Ornament theme={region.theme} id="band" />
      <main class="column voice" ref={main}>
        {screen.kind !== 'home' && (
          <button type="button" class="button quiet voice-back" onClick={() => app.show({ kind: 'home' })}>
            <Icon name="back" />
            {t('voice.home')}
          </button>
        )}
        <Screen app={app} />
        {app.problem.value && (
          <Notice tone="bad" isLive>
            {app.problem.value}
          </Notice>
        )}
      </main>
    </div>
  )
}

function Screen(props: { app: VoiceApp }) {
  const { app } = props
  const screen = app.screen.value
  switch (screen.kind) {
    case 'home':
      return <VoiceHome app={app} />
    case 'complaint':
      return <ComplaintForm app={app} />
    case 'levy':
      return <LevyForm app={app} />
    case 'code':
      return <CodeForm app={app} />
    case 'sent':
      return <SentPaper app={app} receipt={screen.receipt} />
    case 'open':
      return <ComplaintPaper key={screen.complaint.id} app={app} complaint={screen.complaint} />
    case 'report':
      return <LevyPaper app={app} report={screen.report} />
  }
}
