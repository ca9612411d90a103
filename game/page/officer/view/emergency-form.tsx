import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OfficerCounter } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { WordsForm } from './words-form.tsx'

/** Calls colleagues for help: what is the matter, then once more whether it is meant. */
export function EmergencyForm(props: { counter: OfficerCounter }) {
  const { app, house, layout } = useOfficer()
  const { t } = useText()
  const [text, setText] = useState<string | null>(null)
  const [isTold, setTold] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => yes.current?.focus(), [text, isTold])
  if (text === null) {
    return (
      <>
        <p>{t('officer.ask.emergency.how')}</p>
        <WordsForm of="emergency" label={t('officer.emergency.own')} submit={t('officer.emergency.next')} onWords={setText} />
      </>
    )
  }
  if (isTold) {
    return (
      <div class="stack">
        <Notice tone="good" isLive>
          <p>{t('officer.emergency.told')}</p>
        </Notice>
        <div class="ask-buttons">
          <button ref={yes} type="button" class="button main" onClick={() => layout.close()}>
            {t('action.close')}
          </button>
        </div>
      </div>
    )
  }
  const call = () => {
    const work = house.callForHelp({ text })
    // Done leaves the window open: that help was told is read there.
    void layout.settle(work.then(() => false))
    void work.then(setTold)
  }
  const region = app.start.value?.counters.find(({ id }) => id === props.counter.counter.id)?.regionName ?? ''
  return (
    <div class="stack">
      <p class="emergency-text">{text}</p>
      <p>{t('officer.emergency.sure', { region, counter: props.counter.counter.label })}</p>
      <div class="ask-buttons">
        <button type="button" class="button" onClick={() => layout.close()}>
          {t('officer.emergency.no')}
        </button>
        <button ref={yes} type="button" class="button main alarm-button" onClick={call}>
          {t('officer.emergency.yes')}
        </button>
      </div>
    </div>
  )
}
