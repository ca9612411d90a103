import type { NoticeDelivery, NoticeView } from '../../../api/index.ts'
import { Icon, pick, useText, type IconName } from '../../shared/index.ts'

const icons: Readonly<Record<string, IconName>> = { ticket: 'ticket', case: 'paper', payment: 'fee', complaint: 'write' }

/** One notice: what, when, and how it left the list. */
export function NoticeCard(props: { notice: NoticeView; onRead: () => Promise<void> }) {
  const { language, t } = useText()
  const { title, text, at, isRead, about, deliveries } = props.notice
  const when = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(Date.parse(at))
  const told = deliveries.filter(({ reason }) => reason !== 'not-wanted')
  return (
    <article class={isRead ? 'card notice-card' : 'card notice-card is-new'}>
      <Icon name={icons[about.kind] ?? 'info'} size={28} />
      <div class="stack">
        <h2>
          {pick(title, language)}
          {!isRead && <span class="badge warn">{t('notices.new')}</span>}
        </h2>
        <p>{pick(text, language)}</p>
        <p class="small soft">
          {when}
          {told.map((delivery) => (
            <Told key={delivery.channel} delivery={delivery} />
          ))}
        </p>
        <div class="row">
          <a class="button" href={hrefOf(about)} onClick={() => void props.onRead()}>
            {t('notices.open')}
          </a>
          {!isRead && (
            <button type="button" class="button quiet" onClick={() => void props.onRead()}>
              {t('notices.read')}
            </button>
          )}
        </div>
      </div>
    </article>
  )
}

/** "SMS: terkirim": never more than is known. */
function Told({ delivery }: { delivery: NoticeDelivery }) {
  const { t } = useText()
  const { channel, state, reason } = delivery
  return (
    <>
      {' · '}
      {t(`notices.channel.${channel}`)}: {reason === null ? t(`notices.state.${state}`) : t(`notices.reason.${reason}`)}
    </>
  )
}

/** Where it is looked at. */
function hrefOf({ kind, id }: NoticeView['about']): string {
  if (kind === 'case') return `/perkara/${encodeURIComponent(id)}`
  if (kind === 'payment') return '/perkara'
  if (kind === 'complaint') return '/pengaduan'
  return kind === 'ticket' ? '/' : '/data-saya'
}
