import { formatDate, Icon, useText, type IconName } from '../../shared/index.ts'
import type { VoiceApp, VoiceScreen } from '../state/voice-app.ts'

const doors = [
  { kind: 'complaint', icon: 'write' },
  { kind: 'levy', icon: 'fee' },
  { kind: 'code', icon: 'search' },
] as const satisfies readonly { kind: VoiceScreen['kind']; icon: IconName }[]

/** Three doors, and what an account has sent before. */
export function VoiceHome(props: { app: VoiceApp }) {
  const { app } = props
  const { t, language } = useText()
  const { timeZone } = app.catalogue.region
  const mine = app.mine.value.filter(({ region }) => region === app.catalogue.region.slug)
  return (
    <>
      <h1 tabIndex={-1}>{t('voice.title')}</h1>
      <p>{t('voice.intro')}</p>
      <div class="voice-doors">
        {doors.map(({ kind, icon }) => (
          <button key={kind} type="button" class={`voice-door card is-${kind}`} onClick={() => app.show({ kind })}>
            <Icon name={icon} size={32} />
            <span>
              <strong>{t(`voice.door.${kind}`)}</strong>
              <span class="soft small">{t(`voice.door.${kind}.words`)}</span>
            </span>
            <Icon name="next" size={20} />
          </button>
        ))}
      </div>
      {mine.length > 0 && (
        <section class="stack" aria-labelledby="mine-title">
          <h2 id="mine-title">{t('voice.mine')}</h2>
          <ul class="voice-list card">
            {mine.map((complaint) => (
              <li key={complaint.id}>
                <button type="button" class="voice-row" onClick={() => app.show({ kind: 'open', complaint, code: null })}>
                  <span>
                    <strong class="number">{complaint.number}</strong>
                    <span class="soft small">{formatDate(complaint.sentAt, language, timeZone)}</span>
                  </span>
                  <span class={`badge ${complaint.state === 'answered' ? 'good' : complaint.isLate ? 'warn' : ''}`}>
                    {t(`voice.state.${complaint.state}`)}
                  </span>
                  <Icon name="next" size={20} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="small soft">{t('voice.elsewhere')}</p>
      <p class="voice-links small">
        <a href="https://www.lapor.go.id" rel="noopener noreferrer">
          SP4N-LAPOR!
        </a>
        <a href="https://ombudsman.go.id" rel="noopener noreferrer">
          Ombudsman RI
        </a>
      </p>
    </>
  )
}
