import type { ProofDays } from '../../../api/index.ts'
import { Busy, callSentence, formatBytes, Icon, Notice, pick, useText } from '../../shared/index.ts'
import { exportPath } from '../proof-address.ts'
import { formatCount } from '../region-time.ts'
import type { LineCheck } from '../state/proof-app.ts'
import { FaultNotice } from './fault-notice.tsx'
import { GoodLine } from './good-line.tsx'
import { groupOf } from './group-of.ts'
import type { ProofProps } from './proof-props.ts'
import { bytesPerEvent } from './verdict-part.tsx'

type Props = ProofProps & { readonly line: ProofDays['lines'][number]; readonly canCheck: boolean }

/** One line of the day: what it is, whether its record holds, and the record itself. */
export function LineCard(props: Props) {
  const { app, catalogue, line } = props
  const { language, t } = useText()
  const found = groupOf(catalogue, line.group)
  const check = app.checks.get(line.group)?.value ?? { state: 'idle' }
  const title = `line-${line.group}`
  return (
    <article class={`card line wing-${found?.agency.wing ?? 'none'}`} aria-labelledby={title}>
      <header class="line-head">
        <span class="line-prefix" aria-hidden="true">
          {found?.group.prefix ?? '?'}
        </span>
        <div class="line-words">
          <h3 id={title}>{found ? pick(found.group.name, language) : line.group}</h3>
          <p class="small soft">
            {found && `${found.agency.shortName} · `}
            {t('proof.events', { count: formatCount(line.events, language) })}
          </p>
        </div>
        <Badge check={check} />
      </header>
      <LineBody {...props} check={check} />
      <a class="button quiet line-file" href={exportPath(app.region, app.day, line.group)} download>
        <Icon name="paper" size={20} />
        {t('proof.download', { size: formatBytes(line.events * bytesPerEvent, language) })}
      </a>
    </article>
  )
}

function Badge({ check }: { check: LineCheck }) {
  const { t } = useText()
  if (check.state === 'good') return <span class="badge good">{t('proof.badge.good')}</span>
  if (['broken', 'unreadable', 'other'].includes(check.state)) return <span class="badge bad">{t('proof.badge.broken')}</span>
  return null
}

function LineBody({ app, clock, line, canCheck, check }: Props & { check: LineCheck }) {
  const { t } = useText()
  const again = () => void app.check(line.group)
  switch (check.state) {
    case 'idle':
      return canCheck ? (
        <button type="button" class="button" onClick={again}>
          {t('proof.check')}
        </button>
      ) : null
    case 'loading':
      return <Busy>{t('proof.loading')}</Busy>
    case 'checking':
      return <progress class="progress" max={check.of} value={check.done} aria-label={t('proof.verdict.checking')} />
    case 'good':
      return <GoodLine clock={clock} checked={check.checked} />
    case 'broken':
      return <FaultNotice checked={check.checked} />
    case 'unreadable':
      return <Notice tone="bad">{t('proof.fault.unreadable', { line: check.line })}</Notice>
    case 'other':
      return <Notice tone="bad">{t('proof.fault.other')}</Notice>
    case 'failed':
      return (
        <div class="stack">
          <Notice tone="warn">{callSentence(check.error, t)}</Notice>
          <button type="button" class="button" onClick={again}>
            {t('action.retry')}
          </button>
        </div>
      )
  }
}
