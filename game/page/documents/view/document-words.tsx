import type { DocumentView } from '../../../api/index.ts'
import { formatDate, Icon, useText } from '../../shared/index.ts'

const tones = { active: 'good', superseded: 'warn', revoked: 'bad' } as const

/** Which document it is: title, number, state, day; the same words at both ends. */
export function DocumentWords(props: { document: DocumentView }) {
  const { t, language } = useText()
  const { title, number, state, issuedAt, prints, handedOver } = props.document
  return (
    <>
      <h2 class="row">
        <Icon name="paper" />
        {title}
      </h2>
      <p class="document-facts">
        <strong class="number">{number}</strong>
        <span class={`badge ${tones[state]}`}>{t(`documents.state.${state}`)}</span>
      </p>
      <p class="soft">
        {t('documents.issued', { day: formatDate(issuedAt, language) })}
        {prints > 0 && ` · ${t('documents.prints', { count: prints })}`}
      </p>
      {handedOver !== null && (
        <p class="document-done">
          <Icon name="check" />
          {t(`documents.handed-over.${handedOver.to}`, {
            day: formatDate(handedOver.at, language),
            lane: t(`documents.lane.${handedOver.lane}`),
          })}
        </p>
      )}
    </>
  )
}
