import type { OfficerTicket } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { subjectOf } from '../app/service-of.ts'

/** What somebody came for: the service, or the line when none was named. */
export function SubjectName(props: { ticket: Pick<OfficerTicket, 'group' | 'service'> }) {
  const { app } = useOfficer()
  const { language } = useText()
  const subject = subjectOf(app.catalogue.value, props.ticket)
  return <>{subject ? pick((subject.service ?? subject.group).name, language) : ' '}</>
}

/** The name of a line; its slug until the catalogue is there. */
export function LineName(props: { group: string }) {
  const { app } = useOfficer()
  const { language } = useText()
  const subject = subjectOf(app.catalogue.value, { group: props.group, service: null })
  return <>{subject ? pick(subject.group.name, language) : props.group}</>
}
