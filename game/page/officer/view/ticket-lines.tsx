import type { OfficerTicket } from '../../../api/index.ts'
import { formatClock, Icon, useText } from '../../shared/index.ts'
import { SubjectName } from './subject-name.tsx'

/** What officers have noted about a ticket, oldest first. */
export function NoteLines(props: { ticket: OfficerTicket }) {
  const { language, t } = useText()
  const { notes } = props.ticket
  if (notes.length === 0) return null
  return (
    <section class="notes" aria-label={t('officer.notes')}>
      <ul>
        {notes.map(({ at, text }, index) => (
          <li key={`${at}-${index}`}>
            <span class="soft number small">{formatClock(at, language)}</span>
            <span class="note-text">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The services that this visit goes on with by itself. */
export function RouteLine(props: { ticket: OfficerTicket }) {
  const { t } = useText()
  const { route } = props.ticket
  if (route.length === 0) return null
  return (
    <p class="route small">
      <Icon name="next" size={18} />
      <span>
        {t('officer.route')}{' '}
        {route.map((stop, index) => (
          <strong key={`${stop.group}-${stop.service}-${index}`}>
            {index > 0 && ', '}
            <SubjectName ticket={stop} />
          </strong>
        ))}
      </span>
    </p>
  )
}
