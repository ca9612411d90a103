import { useState } from 'preact/hooks'
import type { ComplaintView } from '../../../api/index.ts'
import { complaintClasses } from '../../../case/index.ts'
import { Busy, formatDate, Icon, Notice, pick, useText, type IconName } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'

const ratings: readonly { rating: number; icon: IconName }[] = [
  { rating: 1, icon: 'face-1' },
  { rating: 2, icon: 'face-2' },
  { rating: 3, icon: 'face-3' },
  { rating: 4, icon: 'face-4' },
]

/** A complaint with all that was said, and what its sender can do now. */
export function ComplaintPaper(props: { app: VoiceApp; complaint: ComplaintView }) {
  const { app, complaint } = props
  const { t, language } = useText()
  const { region, agencies } = app.catalogue
  const agency = complaint.region === region.slug ? agencies.find(({ slug }) => slug === complaint.agency) : undefined
  const { state, dueAt, isLate, rating } = complaint
  return (
    <div class="stack">
      <h1 tabIndex={-1} class="number">
        {complaint.number}
      </h1>
      <p class="soft">
        {pick(complaintClasses[complaint.kind].name, language)}
        {agency && ` · ${agency.name}`}
      </p>
      <Notice tone={state === 'answered' ? 'good' : isLate && state !== 'closed' ? 'warn' : 'plain'} isLive>
        <p>
          <strong>{t(`voice.state.${state}`)}</strong>
        </p>
        {(state === 'received' || state === 'in-hand') && <p>{t(`voice.level.${complaint.level}`)}</p>}
        {dueAt && <p>{t(isLate ? 'voice.late' : 'voice.due', { day: formatDate(dueAt, language, region.timeZone) })}</p>}
        {rating !== null && <p>{t('voice.rated', { rating: t(`voice.rating.${rating}`) })}</p>}
      </Notice>
      <ol class="voice-words">
        {complaint.words.map((said) => (
          <li key={said.at} class={`is-${said.from}`}>
            <p class="small soft">
              {t(said.from === 'citizen' ? 'voice.you' : `voice.office.${said.level}`)} · {formatDate(said.at, language, region.timeZone)}
            </p>
            <p class="voice-text">{said.text}</p>
          </li>
        ))}
      </ol>
      {state === 'answered' && (
        <section class="stack" aria-labelledby="rate-title">
          <h2 id="rate-title">{t('voice.rate')}</h2>
          <div class="voice-ratings">
            {ratings.map(({ rating, icon }) => (
              <button key={rating} type="button" class="voice-rating" disabled={app.isBusy.value} onClick={() => void app.rate(rating)}>
                <Icon name={icon} size={36} />
                {t(`voice.rating.${rating}`)}
              </button>
            ))}
          </div>
        </section>
      )}
      {complaint.reopenUntil !== null && <Reopen app={app} until={formatDate(complaint.reopenUntil, language, region.timeZone)} />}
    </div>
  )
}

function Reopen(props: { app: VoiceApp; until: string }) {
  const { app } = props
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  if (!isOpen) {
    return (
      <button type="button" class="button wide" onClick={() => setOpen(true)}>
        {t('voice.reopen')}
      </button>
    )
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.reopen(text)
      }}
    >
      <div class="field">
        <label for="again">{t('voice.reopen-text')}</label>
        <textarea
          id="again"
          rows={4}
          minLength={10}
          maxLength={4000}
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint">{t('voice.reopen-hint', { day: props.until })}</p>
      </div>
      <button type="submit" class="button main wide" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('voice.reopen-send')}
      </button>
    </form>
  )
}
