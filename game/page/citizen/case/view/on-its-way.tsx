import { useEffect } from 'preact/hooks'
import { formatTime, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import type { OutboxItem } from '../outbox/outbox.ts'
import type { Sending } from '../outbox/sending.ts'
import { reopen } from '../state/reopen.ts'
import { useCases } from './case-context.tsx'
import { OutboxRow } from './outbox-row.tsx'
import { useService } from './use-service.ts'

/** A case between the button and the server: each part for itself, in words, with what can be done. */
export function OnItsWay(props: { id: string; isHere?: boolean }) {
  const cases = useCases()
  const { app, courier } = cases
  const { t, language } = useText()
  const sending = courier.sendings.value.find((row) => row.id === props.id) ?? null
  const items = sending ? itemsOf(courier.items.value, sending) : []
  // Nobody asks for a name where nobody could check it.
  const isUnknown = app.session.value?.role !== 'citizen' && app.socket.state.value === 'open'
  useLeaveForList(props)
  if (!sending) return null
  const isDone = sending.number !== null
  const isRefused = items.some((item) => item.state === 'refused')
  return (
    <div class="stack case-way">
      <p class="case-service">{pick(sending.title, language)}</p>
      {isDone ? (
        <section class="case-done card">
          <Icon name="check" size={48} />
          <h1 tabIndex={-1}>{t(sending.isCorrection ? 'case.way.fixed' : 'case.way.done')}</h1>
          <p>{t('case.way.number')}</p>
          <p class="case-number">{sending.number}</p>
          <p class="soft">{t('case.way.next')}</p>
        </section>
      ) : (
        <>
          <h1 tabIndex={-1}>{t(isRefused ? 'case.way.refused' : 'case.way.title')}</h1>
          {!isRefused && <p>{t('case.way.words')}</p>}
        </>
      )}
      {!isDone && isUnknown && (
        <Notice tone="warn" isLive>
          <p>{t('case.way.sign-in')}</p>
          <button type="button" class="button main wide" onClick={() => app.open({ kind: 'sign-in', take: null })}>
            {t('sign-in.title')}
          </button>
        </Notice>
      )}
      <ol class="case-items card">
        {items.map((item) => (
          <li key={item.id}>
            <OutboxRow item={item} sending={sending} />
          </li>
        ))}
      </ol>
      <Receipt sending={sending} />
      {isDone ? (
        <a class="button main wide large" href={`/perkara/${sending.id}`}>
          {t('case.way.follow')}
        </a>
      ) : (
        <a class="button wide" href="/perkara">
          {t('case.list.title')}
        </a>
      )}
      {isRefused && (
        <button type="button" class="button main wide" onClick={() => void reopen(cases, sending)}>
          {t('case.way.edit')}
        </button>
      )}
    </div>
  )
}

/** When the server had word of it, by the clock of the office. */
function Receipt({ sending }: { sending: Sending }) {
  const { t, language } = useText()
  const service = useService(sending)
  if (sending.receipt === null) return null
  return (
    <p class="case-receipt">
      <Icon name="clock" size={20} />
      <span>
        {t('case.way.receipt', { time: formatTime(sending.receipt.serverAt, language, service?.timeZone) })}
        <span class="small soft">{t('case.way.receipt-words')}</span>
      </span>
    </p>
  )
}

/** After "send" the form is behind: a reload shows what was sent, and Back leads to the list and not into an empty form. */
function useLeaveForList(props: { id: string; isHere?: boolean }): void {
  useEffect(() => {
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('.case-way h1')?.focus({ preventScroll: true })
    if (!props.isHere) return
    history.replaceState(null, '', `/perkara/${props.id}`)
    const leave = () => location.replace('/perkara')
    window.addEventListener('popstate', leave)
    return () => window.removeEventListener('popstate', leave)
  }, [])
}

/** In the order in which a person thinks of them: the time, the papers, the application. */
function itemsOf(items: readonly OutboxItem[], sending: Sending): readonly OutboxItem[] {
  const papers = new Set(Object.values(sending.papers).map((id) => `paper/${id}`))
  const rank = { claim: 0, paper: 1, submit: 2, resubmit: 2 } as const
  return items.filter((item) => item.case === sending.id || papers.has(item.id)).toSorted((a, b) => rank[a.kind] - rank[b.kind])
}
