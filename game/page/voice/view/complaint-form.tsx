import { useState } from 'preact/hooks'
import { complaintClasses, complaintKinds, type ComplaintKind } from '../../../case/index.ts'
import { Busy, Notice, pick, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'
import { AgencySelect } from './agency-select.tsx'

/** What kind, which agency, in one's own words; with a name or without. */
export function ComplaintForm(props: { app: VoiceApp }) {
  const { app } = props
  const { t, language } = useText()
  const { ticket, case: caseId } = app.address
  // Of a ticket or case the server knows the agency.
  const isAbout = ticket !== null || caseId !== null
  const isCitizen = app.session?.role === 'citizen'
  const [kind, setKind] = useState<ComplaintKind>('service')
  const [agency, setAgency] = useState(isAbout ? (app.catalogue.agencies[0]?.slug ?? '') : '')
  const [text, setText] = useState('')
  const [isAnonymous, setAnonymous] = useState(!isCitizen)
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.sendComplaint({ agency, kind, text, isAnonymous: isAnonymous || !isCitizen })
      }}
    >
      <h1 tabIndex={-1}>{t('voice.door.complaint')}</h1>
      {isAbout && <Notice>{t(ticket === null ? 'voice.about-case' : 'voice.about-ticket')}</Notice>}
      <fieldset class="voice-kinds">
        <legend class="field-label">{t('voice.kind')}</legend>
        {complaintKinds.map((slug) => (
          <label key={slug} class={`voice-kind${slug === kind ? ' is-chosen' : ''}`}>
            <input type="radio" name="kind" value={slug} checked={slug === kind} onChange={() => setKind(slug)} />
            <span>
              <strong>{pick(complaintClasses[slug].name, language)}</strong>
              <span class="soft small">{pick(complaintClasses[slug].hint, language)}</span>
              <span class="small">{t('voice.days', { days: complaintClasses[slug].days })}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {!isAbout && <AgencySelect catalogue={app.catalogue} value={agency} onChange={setAgency} />}
      <div class="field">
        <label for="text">{t('voice.text')}</label>
        <textarea
          id="text"
          rows={6}
          minLength={10}
          maxLength={4000}
          required
          aria-describedby="text-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id="text-hint">
          {t('voice.text-hint')}
        </p>
      </div>
      {isCitizen ? (
        <label class="voice-check">
          <input type="checkbox" checked={isAnonymous} onChange={(event) => setAnonymous(event.currentTarget.checked)} />
          <span>
            <strong>{t('voice.anonymous')}</strong>
            <span class="soft small">{t('voice.anonymous-words')}</span>
          </span>
        </label>
      ) : (
        <Notice>{t('voice.stranger')}</Notice>
      )}
      <button type="submit" class="button main wide" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('voice.send')}
      </button>
    </form>
  )
}
