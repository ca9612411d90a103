import { useState } from 'preact/hooks'
import type { AgencyStateView } from '../../../api/index.ts'
import { formatClock, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { SubmitButton } from './words-form.tsx'

/** The server takes notes of so many characters. */
const mostLetters = 200

/** Whether the agency's central server answers and blanks are there: people see it before they set out. */
export function AgencyForm(props: { agency: AgencyStateView }) {
  const { agency } = props
  const { house, layout } = useOfficer()
  const { language, t } = useText()
  const [isCentralUp, setCentralUp] = useState(agency.isCentralUp)
  const [hasBlanks, setBlanks] = useState(agency.hasBlanks)
  const [note, setNote] = useState(agency.note)
  const submit = (event: Event) => {
    event.preventDefault()
    void layout.settle(house.tellAgency({ isCentralUp, hasBlanks, note: note.trim() }))
  }
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('officer.ask.agency.how')}</p>
      <label class="switch">
        <input type="checkbox" role="switch" checked={isCentralUp} onChange={(event) => setCentralUp(event.currentTarget.checked)} />
        <span>{t(isCentralUp ? 'officer.agency.central-up' : 'officer.agency.central-down')}</span>
      </label>
      <label class="switch">
        <input type="checkbox" role="switch" checked={hasBlanks} onChange={(event) => setBlanks(event.currentTarget.checked)} />
        <span>{t(hasBlanks ? 'officer.agency.has-blanks' : 'officer.agency.no-blanks')}</span>
      </label>
      <label class="field-label" for="agency-note">
        {t('officer.agency.note')}
      </label>
      <input
        id="agency-note"
        class="input"
        autocomplete="off"
        maxLength={mostLetters}
        placeholder={t('officer.agency.note-hint')}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <div class="ask-buttons">
        {agency.saidAt && <p class="small soft">{t('officer.agency.said-at', { time: formatClock(agency.saidAt, language) })}</p>}
        <SubmitButton>{t('officer.agency.save')}</SubmitButton>
      </div>
    </form>
  )
}
