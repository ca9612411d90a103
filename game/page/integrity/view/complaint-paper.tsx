import { useState } from 'preact/hooks'
import type { OfficerComplaintView } from '../../../api/index.ts'
import { complaintClasses } from '../../../case/index.ts'
import { Busy, formatDate, Notice, pick, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'

/** A complaint in hand: all that was said, and the answer. Who sent it is nobody's business here. */
export function ComplaintPaper(props: { app: IntegrityApp; complaint: OfficerComplaintView }) {
  const { app, complaint } = props
  const { t, language } = useText()
  const { region, agencies } = app.catalogue
  const [text, setText] = useState('')
  const agency = agencies.find(({ slug }) => slug === complaint.agency)
  return (
    <article class="card desk-card">
      <h2 class="number">{complaint.number}</h2>
      <p class="soft">
        {pick(complaintClasses[complaint.kind].name, language)} · {agency?.name} · {t(`integrity.level.${complaint.level}`)}
        {complaint.isAnonymous && ` · ${t('integrity.anonymous')}`}
      </p>
      {complaint.dueAt && (
        <Notice tone={complaint.isLate ? 'bad' : 'plain'}>
          {t(complaint.isLate ? 'integrity.late' : 'integrity.due', { day: formatDate(complaint.dueAt, language, region.timeZone) })}
        </Notice>
      )}
      <ol class="desk-words">
        {complaint.words.map((said) => (
          <li key={said.at} class={`is-${said.from}`}>
            <p class="small soft">
              {t(said.from === 'citizen' ? 'integrity.citizen' : `integrity.level.${said.level}`)} ·{' '}
              {formatDate(said.at, language, region.timeZone)}
            </p>
            <p class="desk-text">{said.text}</p>
          </li>
        ))}
      </ol>
      {complaint.rating !== null && <p>{t('integrity.rated', { rating: complaint.rating })}</p>}
      {complaint.actions.includes('take') && (
        <button type="button" class="button main" disabled={app.isBusy.value} onClick={() => void app.takeComplaint(complaint.id)}>
          {t('integrity.take')}
        </button>
      )}
      {complaint.actions.includes('answer') && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void app.answer(complaint.id, text)
          }}
        >
          <div class="field">
            <label for="answer">{t('integrity.answer')}</label>
            <textarea
              id="answer"
              rows={6}
              minLength={10}
              maxLength={4000}
              required
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <p class="hint">{t('integrity.answer-hint')}</p>
          </div>
          <button type="submit" class="button main" disabled={app.isBusy.value}>
            {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('integrity.answer-send')}
          </button>
        </form>
      )}
    </article>
  )
}
