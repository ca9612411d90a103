import type { ContactView, OfficerCounter } from '../../../api/index.ts'
import { Busy, Icon, useText } from '../../shared/index.ts'
import { TalkPanel } from '../../shared/talk/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { keyLabel } from '../keys/shortcuts.ts'
import { KeyButton } from './key-button.tsx'
import { OfferChoice } from './offer-choice.tsx'
import { TalkPicture } from './talk-picture.tsx'

/** The private talk: nothing yet, ringing, left, or going on. */
export function TalkColumn(props: { counter: OfficerCounter }) {
  const { counter } = props
  const { app, desk, talk } = useOfficer()
  const { t } = useText()
  const contact = app.contact.value
  const now = talk.talk.value
  const label = counter.current?.label ?? ''
  const mode = app.settings.keyMode.value
  const onEnd = () => {
    if (isPossible('finish', app.counter.peek())) void desk.act('finish')
    else talk.leave()
  }
  if (now && contact?.state === 'talking' && talk.isJoined.value) {
    const key = (shortcut: 'sound' | 'picture' | 'write' | 'finish') => keyLabel(shortcut, mode) ?? undefined
    return (
      <section class="card talk-card" aria-label={t('officer.part.talk')}>
        <TalkPanel
          talk={now}
          otherName={t('officer.talk.other', { label })}
          onEnd={onEnd}
          keys={{ sound: key('sound'), camera: key('picture'), write: key('write'), end: key('finish') }}
        />
      </section>
    )
  }
  return (
    <section class="card talk-quiet" aria-labelledby="talk-title">
      <h2 id="talk-title">{t('officer.part.talk')}</h2>
      {contact && now && !talk.isJoined.value && <ComeBack contact={contact} label={label} />}
      {contact?.state === 'ringing' && talk.isJoined.value && (
        <Ringing contact={contact} label={label} isServing={counter.current?.state === 'serving'} />
      )}
      {!contact && <p class="soft">{t(counter.current ? 'officer.talk.ended' : 'officer.talk.none')}</p>}
      {contact?.state !== 'talking' && <OfferChoice isRinging={contact?.state === 'ringing'} />}
      <TalkPicture />
      <p class="small soft privacy-line">
        <Icon name="info" size={20} />
        {t('officer.talk.private')}
      </p>
    </section>
  )
}

function Ringing(props: { contact: ContactView; label: string; isServing: boolean }) {
  const { t } = useText()
  const here = props.contact.citizenPresent ? 'officer.talk.present' : 'officer.talk.absent'
  return (
    <div class="ringing">
      <p class="ringing-title">
        <Busy>{t('officer.talk.ringing', { label: props.label })}</Busy>
      </p>
      <p>{t(props.isServing ? 'officer.talk.not-answered' : here)}</p>
    </div>
  )
}

function ComeBack(props: { contact: ContactView; label: string }) {
  const { talk } = useOfficer()
  const { t } = useText()
  return (
    <div class="ringing">
      <p class="ringing-title">
        {t(props.contact.state === 'talking' ? 'officer.talk.goes-on' : 'officer.talk.rings-on', { label: props.label })}
      </p>
      <KeyButton shortcut="join" icon="phone" tone="main" class="wide" onClick={() => void talk.join()}>
        {t('officer.talk.join')}
      </KeyButton>
    </div>
  )
}
