import type { CaseDocument } from '../../../../api/index.ts'
import { Icon, useText } from '../../../shared/index.ts'
import { showDayOf } from './answer-words.ts'

/** What was issued; the file comes as a download and is written down as an access. @param props.zone of the office; undefined: of this device */
export function DocumentRows(props: { documents: readonly CaseDocument[]; zone: string | undefined }) {
  const { t, language } = useText()
  if (props.documents.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('case.documents')}</h2>
      {props.documents.map((document) => (
        <div key={document.id} class="case-document card">
          <p class="row">
            <Icon name="paper" />
            <strong class="number">{document.number}</strong>
            <span class={document.state === 'active' ? 'badge good' : 'badge warn'}>{t(`case.document.${document.state}`)}</span>
          </p>
          <p class="small soft">{t('case.document.issued', { day: showDayOf(document.issuedAt, language, props.zone) })}</p>
          {document.state === 'active' && (
            <>
              <a class="button main wide" href={`/api/documents/${document.id}/file`} download>
                {t('case.document.get')}
              </a>
              <a class="button wide" href="/dokumen">
                {t('case.document.more')}
              </a>
            </>
          )}
        </div>
      ))}
    </section>
  )
}
