import type { ReadonlySignal } from '@preact/signals'
import { Busy, formatFee, formatTime, Icon, LanguageSwitch, Notice, Ornament, useText } from '../shared/index.ts'
import { LevyButton } from '../shared/levy/index.ts'
import { CodeForm } from './code-form.tsx'
import type { KnownSlip } from './kept-slip.ts'
import type { Slip, SlipFollower } from './follow-slip.ts'
import type { PlaceNames } from './place-names.ts'
import { SlipActions } from './slip-actions.tsx'
import { slipWords } from './slip-words.ts'
import { shownCode } from './ticket-path.ts'

type Props = {
  readonly code: string
  readonly url: string
  readonly follower: SlipFollower
  readonly names: ReadonlySignal<PlaceNames | null>
}

const liveStates = ['waiting', 'called', 'serving', 'parked', 'skipped']

/** `/tiket/CODE`: a kiosk's ticket on any phone, without an account. */
export function SlipView(props: Props) {
  const { code, follower } = props
  const { t } = useText()
  const names = props.names.value
  const slip = follower.slip.value
  return (
    <div class={`page theme-${names?.theme ?? 'kutai'}`}>
      <header class="slip-top">
        <a class="slip-brand" href={slip.known ? `/${slip.known.ticket.region}` : '/'}>
          <strong>Balai</strong>
          {names && <span>{names.region}</span>}
        </a>
        <LanguageSwitch url={props.url} />
      </header>
      <Ornament theme={names?.theme ?? 'kutai'} id="band" />
      <main class="column slip">
        <h1 class="visually-hidden">{t('slip.page')}</h1>
        {slip.state === 'unknown' ? (
          <CodeForm code={code} />
        ) : slip.known ? (
          <KnownTicket code={code} slip={slip} known={slip.known} names={names} follower={follower} />
        ) : slip.state === 'lost' ? (
          <Notice tone="warn" isLive>
            <p>{t('error.offline')}</p>
            <button type="button" class="button" onClick={() => void follower.look()}>
              {t('action.retry')}
            </button>
          </Notice>
        ) : (
          <Busy>{t('slip.loading')}</Busy>
        )}
      </main>
    </div>
  )
}

type KnownProps = {
  readonly code: string
  readonly slip: Slip
  readonly known: KnownSlip
  readonly names: PlaceNames | null
  readonly follower: SlipFollower
}

function KnownTicket(props: KnownProps) {
  const { code, slip, names } = props
  const { ticket, atMs } = props.known
  const text = useText()
  const { t, language } = text
  const { head, words } = slipWords(ticket, text)
  const time = formatTime(new Date(atMs).toISOString(), language, names?.timeZone)
  // Giving a place up comes last; what brings one back into the queue comes first.
  const isWaiting = ticket.state === 'waiting'
  const actions = <SlipActions ticket={ticket} follower={props.follower} />
  return (
    <>
      <section class={`slip-paper state-${ticket.state}${names ? ` wing-${names.wing}` : ''}`} aria-labelledby="slip-number">
        {names && <p class="soft">{names.agency}</p>}
        <p class="slip-number number" id="slip-number">
          {ticket.label}
        </p>
        {names && <p>{names.service}</p>}
        <div class="slip-state" role="status">
          <p class="slip-head">{head}</p>
          {words && <p>{words}</p>}
        </div>
        {names?.fee && (
          <p class="slip-fee">
            {t('ticket.fee')} <strong>{formatFee(names.fee, language, t)}</strong>
            <span class="small soft">{names.fee.feeBasis}</span>
          </p>
        )}
        <p class="soft small">
          {t('slip.code')} <strong class="number">{shownCode(code)}</strong>
        </p>
      </section>
      {slip.state === 'lost' ? (
        <Notice tone="warn" isLive>
          {t('slip.offline', { time })}
        </Notice>
      ) : (
        <p class="soft small centred">{t('slip.as-of', { time })}</p>
      )}
      {!isWaiting && actions}
      <button type="button" class="button wide" onClick={() => void props.follower.look()}>
        {t('slip.refresh')}
      </button>
      <LevyButton about={{ region: ticket.region, slip: code }} />
      {liveStates.includes(ticket.state) && (
        <div class="slip-save">
          <p class="small">{t('slip.save-words')}</p>
          <a class={ticket.state === 'waiting' ? 'button main wide' : 'button wide'} href={`/${ticket.region}?klaim=${code}`}>
            <Icon name="person" />
            {t('slip.save')}
          </a>
        </div>
      )}
      {isWaiting && actions}
      {ticket.state === 'expired' && (
        <a class="button main wide" href={`/${ticket.region}?pesan=${ticket.group}`}>
          {t('slip.book')}
        </a>
      )}
      <a class="button quiet" href={`/${ticket.region}`}>
        {t('slip.list')}
      </a>
    </>
  )
}
