import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { formatClock } from '../text/format.ts'
import { useText } from '../text/text-context.tsx'
import type { Talk } from './talk.ts'

const maxLength = 1000

/** The written half of a talk: always there, whatever the network carries. Texts are text nodes only. */
export function ChatPane(props: { talk: Talk; otherName: string }) {
  const { t, language } = useText()
  const [draft, setDraft] = useState('')
  const end = useRef<HTMLDivElement>(null)
  const messages = props.talk.messages.value
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [messages.length])

  const send = (event: Event) => {
    event.preventDefault()
    const text = draft.trim()
    if (text === '') return
    props.talk.say(text)
    setDraft('')
  }
  return (
    <section class="chat" aria-label={t('talk.chat')}>
      <div class="chat-log" role="log" tabIndex={0} aria-label={t('talk.chat')}>
        <ol class="chat-lines">
          {messages.length === 0 && <li class="chat-empty soft">{t('talk.chat-empty')}</li>}
          {messages.map((message) => {
            const isMine = message.from === props.talk.role
            return (
              <li key={`${message.from}${message.key}`} class={isMine ? 'bubble mine' : 'bubble'}>
                <span class="visually-hidden">{isMine ? t('talk.you') : props.otherName}: </span>
                <span class="bubble-text">{message.text}</span>
                <span class="bubble-time">{message.at ? formatClock(message.at, language) : t('talk.sending')}</span>
              </li>
            )
          })}
        </ol>
        <div ref={end} />
      </div>
      <form class="chat-form" onSubmit={send}>
        <label class="visually-hidden" for="chat-text">
          {t('talk.write-label')}
        </label>
        <input
          id="chat-text"
          class="input"
          value={draft}
          maxLength={maxLength}
          autocomplete="off"
          enterKeyHint="send"
          placeholder={t('talk.write-hint')}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="button main" aria-label={t('talk.send')}>
          <Icon name="send" />
        </button>
      </form>
    </section>
  )
}
