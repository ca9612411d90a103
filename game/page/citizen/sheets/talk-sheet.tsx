import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TalkPanelProps } from '../../shared/talk/index.ts'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { TalkTariff } from './ticket-tariff.tsx'

/** The talk, over the whole screen. Back and Escape leave the picture, not the ticket. */
export function TalkSheet(props: { ticket: string }) {
  const { app, talks } = useCitizen()
  const { t } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [Panel, setPanel] = useState<FunctionComponent<TalkPanelProps> | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
    import('../../shared/talk/index.ts').then(
      ({ TalkPanel }) => setPanel(() => TalkPanel),
      () => setMissing(true),
    )
    // Back takes the sheet away without a word: camera and line must not stay behind.
    return () => talks.talk.peek()?.leave()
  }, [])
  const talk = talks.talk.value
  const ticket = app.tickets.value.find((row) => row.id === props.ticket)
  const counter = ticket?.counter?.label ?? ''
  const name = t('talk.officer', { counter })
  return (
    <dialog
      ref={dialog}
      class="talk-sheet"
      aria-label={t('talk.title', { counter })}
      onCancel={(event) => {
        event.preventDefault()
        talks.leave()
      }}
    >
      {Panel && talk ? (
        <div class="talk-with-tariff">
          {ticket && <TalkTariff ticket={ticket} />}
          <Panel talk={talk} otherName={name} onEnd={() => talks.leave()} />
        </div>
      ) : (
        <div class="talk-loading">
          {isMissing ? (
            <Notice tone="bad" isLive>
              {t('talk.missing')}
            </Notice>
          ) : (
            <Busy>{t('talk.opening')}</Busy>
          )}
          <button type="button" class="button" onClick={() => talks.leave()}>
            {t('action.back')}
          </button>
        </div>
      )}
    </dialog>
  )
}
