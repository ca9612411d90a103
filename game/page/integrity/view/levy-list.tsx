import { Busy, formatDate, formatTime, Icon, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'
import { Row } from './row.tsx'

/** Sealed reports, and whether the chain that binds them holds. */
export function LevyList(props: { app: IntegrityApp }) {
  const { app } = props
  const { t, language } = useText()
  const { timeZone } = app.catalogue.region
  const rows = app.levies.value
  const chain = app.chain.value
  const paper = app.paper.value
  if (rows === null) return <Busy>{t('integrity.loading')}</Busy>
  return (
    <>
      {chain !== null && (
        <p class={`desk-chain${chain.brokenAt === null ? '' : ' is-broken'}`} role={chain.brokenAt === null ? undefined : 'alert'}>
          <Icon name={chain.brokenAt === null ? 'check' : 'alert'} size={20} />
          {chain.brokenAt === null
            ? t('integrity.chain.good', { count: chain.events })
            : t('integrity.chain.broken', { line: chain.brokenAt })}
        </p>
      )}
      {rows.length === 0 && <p class="soft">{t('integrity.levies.none')}</p>}
      <ul class="desk-rows">
        {rows.map((row) => (
          <Row
            key={row.id}
            number={row.number}
            words={`${formatDate(row.sealedAt, language, timeZone)} ${formatTime(row.sealedAt, language, timeZone)}`}
            badge={t(row.holder === 'me' && row.state === 'in-hand' ? 'integrity.mine' : `integrity.levy.${row.state}`)}
            tone={row.state === 'sealed' ? 'warn' : row.holder === 'me' && row.state === 'in-hand' ? 'good' : ''}
            isOpen={paper?.kind === 'levy' && paper.levy.id === row.id}
            onOpen={() => void app.openLevy(row.id)}
          >
            {row.wordsAdded > 0 && t('integrity.words', { count: row.wordsAdded })}
          </Row>
        ))}
      </ul>
    </>
  )
}
