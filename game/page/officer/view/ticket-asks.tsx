import { useState } from 'preact/hooks'
import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { callReasons, priorityReasons } from '../../../queue/index.ts'
import { formatClock, useText } from '../../shared/index.ts'
import type { TicketAsk } from '../app/desk.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { findTicket, isRowActionPossible, rowActions, type RowAction } from '../app/queue-lists.ts'
import { Choice } from './choice.tsx'
import { NoteLines, RouteLine } from './ticket-lines.tsx'
import { SubjectName } from './subject-name.tsx'
import { SubmitButton, WordsForm } from './words-form.tsx'
import { TicketBadges } from './ticket-badges.tsx'

/** What is asked about one ticket; says so when a colleague, or the person, was faster. */
export function TicketAskBody(props: {
  counter: OfficerCounter
  type: 'ticket' | 'call' | 'prioritise' | 'note' | 'park'
  ticket: string
}) {
  const { counter, type } = props
  const { desk, layout } = useOfficer()
  const { t } = useText()
  const ticket = findTicket(counter, props.ticket)
  if (!ticket) return <Gone />
  const ask = (what: TicketAsk) => void layout.settle(desk.ask(ticket, what))
  switch (type) {
    case 'ticket':
      return <TicketChoices counter={counter} ticket={ticket} onAsk={ask} />
    case 'call':
      return (
        <>
          <p class="soft">{t('officer.ask.call.how')}</p>
          <Choices of={callReasons} word={(reason) => t(`officer.call.${reason}`)} onChoose={(reason) => ask({ type: 'call', reason })} />
        </>
      )
    case 'prioritise':
      return (
        <>
          <p class="soft">{t('officer.ask.prioritise.how')}</p>
          <Choices
            of={priorityReasons}
            word={(priority) => t(`officer.priority.long.${priority}`)}
            onChoose={(priority) => ask({ type: 'prioritise', priority })}
          />
        </>
      )
    case 'park':
      return (
        <>
          <p class="soft">{t('officer.ask.park.how')}</p>
          <WordsForm of="room" label={t('officer.room.own')} submit={t('officer.park')} onWords={(room) => ask({ type: 'park', room })} />
        </>
      )
    case 'note':
      return <NoteForm ticket={ticket} onNote={(text) => ask({ type: 'note', text })} />
  }
}

function Choices<Slug extends string>(props: { of: readonly Slug[]; word: (slug: Slug) => string; onChoose: (slug: Slug) => void }) {
  return (
    <ul class="choices">
      {props.of.map((slug, index) => (
        <li key={slug}>
          <Choice digit={index + 1} onClick={() => props.onChoose(slug)}>
            {props.word(slug)}
          </Choice>
        </li>
      ))}
    </ul>
  )
}

/** A row of the queue, opened: who it is, and what can be done. */
function TicketChoices(props: { counter: OfficerCounter; ticket: OfficerTicket; onAsk: (ask: TicketAsk) => void }) {
  const { counter, ticket, onAsk } = props
  const { layout } = useOfficer()
  const { language, t } = useText()
  const choose = (action: RowAction) => {
    if (action === 'call' || action === 'prioritise' || action === 'note') layout.open({ type: action, ticket: ticket.id })
    else onAsk({ type: action })
  }
  const inHand = counter.current?.label ?? ''
  return (
    <>
      <div class="ticket-facts">
        <p>
          <strong>
            <SubjectName ticket={ticket} />
          </strong>
        </p>
        <p class="queue-badges">
          <TicketBadges ticket={ticket} />
        </p>
        <p class="small soft number">
          {t('officer.person.issued', { time: formatClock(ticket.issuedAt, language) })}
          {ticket.isGuest ? '' : ` · ${ticket.nikMasked}`}
        </p>
        <RouteLine ticket={ticket} />
        <NoteLines ticket={ticket} />
      </div>
      <ul class="choices">
        {rowActions(ticket).map((action, index) => {
          const isOff = !isRowActionPossible(action, counter)
          return (
            <li key={action}>
              <Choice
                digit={index + 1}
                isOff={isOff}
                detail={isOff ? t('officer.row.busy', { label: inHand }) : undefined}
                onClick={() => choose(action)}
              >
                {t(`officer.row.${action}`)}
              </Choice>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const mostNoteLetters = 500

function NoteForm(props: { ticket: OfficerTicket; onNote: (text: string) => void }) {
  const { t } = useText()
  const [text, setText] = useState('')
  const save = () => {
    if (text.trim() !== '') props.onNote(text.trim())
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <NoteLines ticket={props.ticket} />
      <label class="field-label" for="note-text">
        {t('officer.note.label')}
      </label>
      <textarea
        id="note-text"
        class="input"
        rows={3}
        maxLength={mostNoteLetters}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          save()
        }}
      />
      <div class="ask-buttons">
        <p class="small soft">{t('officer.note.how')}</p>
        <SubmitButton isOff={text.trim() === ''}>{t('officer.note.save')}</SubmitButton>
      </div>
    </form>
  )
}

export function Gone() {
  const { layout } = useOfficer()
  const { t } = useText()
  return (
    <>
      <p role="alert">{t('officer.ask.gone')}</p>
      <div class="ask-buttons">
        <button type="button" class="button main" onClick={() => layout.close()}>
          {t('action.close')}
        </button>
      </div>
    </>
  )
}
