import { useEffect, useRef } from 'preact/hooks'
import type { OfficerCounter } from '../../../api/index.ts'
import { Icon, Ornament, useText, type IconName } from '../../shared/index.ts'
import type { Part } from '../app/layout.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { AskWindow } from './ask-window.tsx'
import { CameraCard } from './camera-card.tsx'
import { ConsoleBar } from './console-bar.tsx'
import { focusHome, keepFocus } from './focus-home.ts'
import { PersonColumn } from './person-column.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { QueueColumn } from './queue-column.tsx'
import { StateStrip } from './state-strip.tsx'
import { TalkColumn } from './talk-column.tsx'

const parts: readonly { readonly part: Part; readonly icon: IconName }[] = [
  { part: 'queue', icon: 'list' },
  { part: 'person', icon: 'person' },
  { part: 'talk', icon: 'video' },
]

/** An open counter: queue and camera, the person in hand, the talk. On narrow screens one of the three at a time. Hidden it goes on. */
export function Console(props: { counter: OfficerCounter; isHidden: boolean }) {
  const { counter } = props
  const { app, layout, place: places } = useOfficer()
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const shown = layout.part.value
  useEffect(() => {
    // Whoever opened the counter by Enter has lost what they pressed.
    if (document.activeElement === document.body) focusHome()
    return place.current ? keepFocus(place.current) : undefined
  }, [])
  return (
    <div ref={place} class="console" hidden={props.isHidden}>
      <ConsoleBar counter={counter} />
      <Ornament theme={app.catalogue.value?.region.theme ?? 'kutai'} id="band-console" />
      <ProblemBar />
      <StateStrip counter={counter} />
      <main id="work" tabIndex={-1} class={`columns show-${shown}`}>
        <h1 class="visually-hidden">{t('officer.title.open', { counter: counter.counter.label, waiting: counter.waiting.length })}</h1>
        <div class="column-part part-queue">
          <QueueColumn counter={counter} />
          <CameraCard />
        </div>
        <div class="column-part part-person">
          <PersonColumn counter={counter} />
        </div>
        <div class="column-part part-talk">
          <TalkColumn counter={counter} />
        </div>
      </main>
      <nav class="part-tabs" aria-label={t('officer.parts')}>
        {parts.map(({ part, icon }) => (
          <button
            key={part}
            type="button"
            aria-pressed={shown === part}
            onClick={() => {
              layout.part.value = part
            }}
          >
            <Icon name={icon} />
            {t(`officer.part.${part}`)}
          </button>
        ))}
        <button type="button" onClick={() => places.toggle()}>
          <Icon name="paper" />
          {t('officer.place.cases')}
        </button>
      </nav>
      <AskWindow counter={counter} />
    </div>
  )
}
