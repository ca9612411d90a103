import type { VerifyResponse } from '../../../api/index.ts'
import type { DocumentStatement } from '../../../case/index.ts'
import { Notice, useText, type Language } from '../../shared/index.ts'

/** What is printed on the paper, so that the two can be laid side by side. */
export function PrintedFields(props: { statement: DocumentStatement; names: VerifyResponse['names']; isDemo: boolean }) {
  const { t, language } = useText()
  const { title, number, issuedOn, holder, agency, region } = props.statement
  const rows: readonly (readonly [string, string | null])[] = [
    ['title', title],
    ['number', number],
    ['day', dayWords(issuedOn, language)],
    ['agency', props.names?.agency ?? agency],
    ['region', props.names?.region ?? region],
    ['holder', holder],
  ]
  return (
    <section class="card printed" aria-labelledby="printed-title">
      <h2 id="printed-title">{t('verify.compare')}</h2>
      <p class="soft">{t('verify.compare.how')}</p>
      <dl class="printed-rows">
        {rows.map(([name, text]) => text !== null && <Row key={name} name={t(`verify.field.${name}`)} text={text} />)}
      </dl>
      {props.isDemo && <Notice tone="warn">{t('verify.demo')}</Notice>}
    </section>
  )
}

function Row(props: { name: string; text: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </div>
  )
}

/** "2 Maret 2026", as it is printed. @param day YYYY-MM-DD */
function dayWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T12:00:00Z`))
}
