import { CodedError } from '@balai/engine/core'
import { useState } from 'preact/hooks'
import { noticeChannels, usualQuietHours, type NoticeChannel } from '../../../case/index.ts'
import { asLanguage, Busy, callSentence, Notice, useText } from '../../shared/index.ts'
import { isOffered, type NoticesApp } from '../state/notices-app.ts'

const others = noticeChannels.filter((channel) => channel !== 'push')
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Where else, and when not. Messages of this browser are switched at once; the rest is saved together. */
export function SettingsForm({ app }: { app: NoticesApp }) {
  const { language, t } = useText()
  const settings = app.settings.value
  const [wanted, setWanted] = useState<readonly NoticeChannel[]>(settings.wanted)
  const [quiet, setQuiet] = useState(settings.quiet)
  const [email, setEmail] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle')
  const [problem, setProblem] = useState('')
  const isPushOn = settings.wanted.includes('push') && settings.devices > 0
  const isQuiet = quiet.from !== quiet.until

  const run = async (work: () => Promise<void>, after: 'idle' | 'saved') => {
    setState('busy')
    setProblem('')
    try {
      await work()
      setWanted(app.settings.value.wanted)
      setState(after)
    } catch (error) {
      const isDenied = error instanceof CodedError && error.code === 'push-denied'
      const isOurs = error instanceof CodedError
      setProblem(isDenied ? t('notices.push.denied') : isOurs ? callSentence(error, t) : t('notices.push.failed'))
      setState('idle')
    }
  }
  const save = (event: Event) => {
    event.preventDefault()
    const typed = email.trim()
    void run(() => app.save({ wanted, quiet, language: asLanguage(language), ...(typed === '' ? {} : { email: typed }) }), 'saved')
  }
  const toggle = (channel: NoticeChannel) =>
    setWanted((now) => (now.includes(channel) ? now.filter((one) => one !== channel) : [...now, channel]))

  return (
    <section class="stack" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('notices.settings')}</h2>
      <p>{t('notices.settings.what')}</p>
      <form class="card settings stack" onSubmit={save}>
        {app.canPush ? (
          <button
            type="button"
            class="button wide"
            aria-pressed={isPushOn}
            disabled={state === 'busy'}
            onClick={() => void run(isPushOn ? app.pushOff : app.pushOn, 'idle')}
          >
            {t(isPushOn ? 'notices.push.off' : 'notices.push.on')}
          </button>
        ) : (
          <p class="soft">{t('notices.push.cannot')}</p>
        )}
        <fieldset>
          <legend class="field-label">{t('notices.others')}</legend>
          {others.map((channel) => (
            <label key={channel} class={isOffered(settings, channel) ? 'choice' : 'choice is-off'}>
              <input
                type="checkbox"
                checked={wanted.includes(channel)}
                disabled={!isOffered(settings, channel)}
                onChange={() => toggle(channel)}
              />
              <span>
                {t(`notices.channel.${channel}`)}{' '}
                <span class="soft small">{channel === 'email' ? (settings.emailMasked ?? '') : settings.phoneMasked}</span>
                {!settings.providers.includes(channel) && <span class="small choice-note">{t('notices.not-here')}</span>}
              </span>
            </label>
          ))}
          {others.some((channel) => !settings.providers.includes(channel)) && <p class="small soft">{t('notices.not-here.what')}</p>}
        </fieldset>
        {wanted.includes('email') && (
          <label class="field">
            <span class="field-label">{t('notices.email')}</span>
            <input
              class="input"
              type="email"
              autocomplete="email"
              value={email}
              onInput={({ currentTarget }) => setEmail(currentTarget.value)}
            />
          </label>
        )}
        <label class="choice">
          <input type="checkbox" checked={isQuiet} onChange={() => setQuiet(isQuiet ? { from: 0, until: 0 } : usualQuietHours)} />
          <span>{t('notices.quiet')}</span>
        </label>
        {isQuiet && (
          <div class="two">
            <Hour label={t('notices.quiet.from')} value={quiet.from} onChange={(from) => setQuiet({ ...quiet, from })} />
            <Hour label={t('notices.quiet.until')} value={quiet.until} onChange={(until) => setQuiet({ ...quiet, until })} />
          </div>
        )}
        {problem && (
          <Notice tone="bad" isLive>
            {problem}
          </Notice>
        )}
        {state === 'saved' && (
          <Notice tone="good" isLive>
            {t('notices.saved')}
          </Notice>
        )}
        <button type="submit" class="button main" disabled={state === 'busy'}>
          {state === 'busy' ? <Busy>{t('action.sending')}</Busy> : t('notices.save')}
        </button>
      </form>
    </section>
  )
}

function Hour(props: { label: string; value: number; onChange: (hour: number) => void }) {
  return (
    <label class="field">
      <span class="field-label">{props.label}</span>
      <select class="input" value={props.value} onChange={({ currentTarget }) => props.onChange(Number(currentTarget.value))}>
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {String(hour).padStart(2, '0')}.00
          </option>
        ))}
      </select>
    </label>
  )
}
