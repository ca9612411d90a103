import { useEffect, useState } from 'preact/hooks'
import { Icon, type IconName } from '../components/icon.tsx'
import { useText } from '../text/text-context.tsx'
import { ChatPane } from './chat-pane.tsx'
import { OwnView, RemoteView } from './media-view.tsx'
import type { Talk } from './talk.ts'
import './talk.css'

export type TalkPanelProps = {
  readonly talk: Talk
  /** "Petugas Loket 3", "Nomor A-001". */
  readonly otherName: string
  /** What "Selesai" does, beside leaving the talk. */
  readonly onEnd: () => void
  /** Keys shown on the buttons of the officer's console: `{ sound: 'M' }`. */
  readonly keys?: { readonly sound?: string; readonly camera?: string; readonly write?: string; readonly end?: string }
}

/** Picture, sound and writing with the other end, and four buttons with words. The same for citizen and officer. */
export function TalkPanel(props: TalkPanelProps) {
  const { talk } = props
  const { t } = useText()
  const [isWriting, setWriting] = useState(false)
  const [seen, setSeen] = useState(0)
  const rung = talk.contact.value?.rung ?? 'chat'
  const count = talk.messages.value.length
  const isChatShown = isWriting || rung === 'chat'
  useEffect(() => {
    if (isChatShown) setSeen(count)
  }, [isChatShown, count])

  const onSound = () => (rung === 'chat' ? talk.setRung('audio') : talk.toggleMute())
  const onCamera = () => (rung === 'video' ? talk.toggleCamera() : talk.setRung('video'))
  const isSoundOn = rung !== 'chat' && !talk.isMuted.value
  const isCameraOn = rung === 'video' && !talk.isCameraOff.value
  const unread = isChatShown ? 0 : count - seen
  return (
    <div class={`talk rung-${rung}${isChatShown ? ' with-chat' : ''}`}>
      <Stage talk={talk} otherName={props.otherName} />
      {isChatShown && <ChatPane talk={talk} otherName={props.otherName} />}
      <div class="talk-buttons" role="group" aria-label={t('talk.buttons')}>
        <TalkButton
          icon={isSoundOn ? 'sound' : 'sound-off'}
          word={t('talk.sound')}
          isOn={isSoundOn}
          onClick={onSound}
          hotkey={props.keys?.sound}
        />
        <TalkButton
          icon={isCameraOn ? 'video' : 'video-off'}
          word={t('talk.camera')}
          isOn={isCameraOn}
          onClick={onCamera}
          hotkey={props.keys?.camera}
        />
        <TalkButton
          icon="write"
          word={t('talk.write')}
          isOn={isChatShown}
          badge={unread}
          onClick={() => setWriting(!isWriting)}
          hotkey={props.keys?.write}
        />
        <TalkButton icon="phone" word={t('talk.end')} isEnd onClick={props.onEnd} hotkey={props.keys?.end} />
      </div>
    </div>
  )
}

function Stage(props: { talk: Talk; otherName: string }) {
  const { talk } = props
  const { t } = useText()
  const rung = talk.contact.value?.rung ?? 'chat'
  const isPictureShown = rung === 'video' && talk.link.value === 'connected' && talk.remoteSends.value.video && talk.remote.value !== null
  const own = talk.ownVideo.value
  return (
    <div class="talk-stage">
      {talk.remote.value && (
        <RemoteView stream={talk.remote.value} isHidden={!isPictureShown} label={t('talk.picture-of', { name: props.otherName })} />
      )}
      {!isPictureShown && (
        <div class="talk-face">
          <span class="talk-avatar">
            <Icon name="person" size={64} />
          </span>
          <strong>{props.otherName}</strong>
        </div>
      )}
      {isPictureShown && <p class="talk-name">{props.otherName}</p>}
      {own && <OwnView track={own} label={t('talk.own-picture')} />}
      <RungLine talk={talk} />
    </div>
  )
}

/** Where the talk stands, in calm words: the rung, why it is not the one above, and what is being done. */
function RungLine(props: { talk: Talk }) {
  const { t } = useText()
  const { contact, link, reason, isAlone, remoteSends } = props.talk
  const rung = contact.value?.rung ?? 'chat'
  const base =
    reason.value && rung !== 'video' ? t(`talk.rung.${rung}.because`, { reason: t(`talk.reason.${reason.value}`) }) : t(`talk.rung.${rung}`)
  let more = ''
  if (isAlone.value) more = t('talk.alone')
  else if (rung !== 'chat' && link.value === 'connecting') more = t('talk.connecting')
  else if (rung !== 'chat' && link.value === 'recovering') more = t('talk.recovering')
  else if (rung !== 'chat' && link.value === 'connected' && !remoteSends.value.audio) more = t('talk.other-muted')
  return (
    <p class="talk-line" role="status">
      {base}
      {more && ` · ${more}`}
    </p>
  )
}

type ButtonProps = { icon: IconName; word: string; onClick: () => void; isOn?: boolean; isEnd?: boolean; badge?: number; hotkey?: string }

function TalkButton(props: ButtonProps) {
  const { t } = useText()
  return (
    <button
      type="button"
      class={props.isEnd ? 'talk-button is-end' : 'talk-button'}
      aria-pressed={props.isEnd ? undefined : props.isOn}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
      <span>{props.word}</span>
      {props.hotkey && <kbd>{props.hotkey}</kbd>}
      {Boolean(props.badge) && (
        <span class="talk-unread">
          {props.badge}
          <span class="visually-hidden"> {t('talk.unread')}</span>
        </span>
      )}
    </button>
  )
}
