import type { DocumentView } from '../../../api/index.ts'
import { Icon, useText, type Language } from '../../shared/index.ts'

const tones = { active: 'good', superseded: 'warn', revoked: 'bad' } as const

/** Which document it is: title, number, state, day; the same words at both ends. */
export function DocumentWords(props: { document: DocumentView }) {
  const { t, language } = useText()
  const { title, number, state, issuedAt, timeZone, prints, handedOver } = props.document
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
        {t('documents.issued', { day: dayOf(issuedAt, language, timeZone) })}
        {prints > 0 && ` · ${t('documents.prints', { count: prints })}`}
      </p>
      {handedOver !== null && (
        <p class="document-done">
          <Icon name="check" />
          {t(`documents.handed-over.${handedOver.to}`, {
            day: dayOf(handedOver.at, language, timeZone),
            lane: t(`documents.lane.${handedOver.lane}`),
          })}
        </p>
      )}
    </>
  )
}

/** "22 November 2026", where it was issued: a document is looked for years later. */
function dayOf(iso: string, language: Language, timeZone: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options).format(new Date(iso))
}
