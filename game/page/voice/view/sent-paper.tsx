import type { ComplaintReceipt } from '../../../api/index.ts'
import { formatDate, Icon, Notice, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'
import { CodeCard } from './code-card.tsx'

/** It has been received: the number, until when an answer comes, and the code where there is no account. */
export function SentPaper(props: { app: VoiceApp; receipt: ComplaintReceipt }) {
  const { app } = props
  const { complaint, code } = props.receipt
  const { t, language } = useText()
  const { timeZone } = app.catalogue.region
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{t('voice.sent')}</h1>
      <Notice tone="good" isLive>
        <p>
          {t('voice.number')} <strong class="number">{complaint.number}</strong>
        </p>
        {complaint.dueAt && <p>{t('voice.due', { day: formatDate(complaint.dueAt, language, timeZone) })}</p>}
      </Notice>
      {code !== null && <CodeCard code={code} words={t('voice.code-only')} />}
      <p>{t(`voice.level.${complaint.level}`)}</p>
      <button type="button" class="button main wide" onClick={() => app.show({ kind: 'open', complaint, code })}>
        <Icon name="paper" />
        {t('voice.see')}
      </button>
    </div>
  )
}
