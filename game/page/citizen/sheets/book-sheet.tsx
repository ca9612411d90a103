import { useEffect, useState } from 'preact/hooks'
import type { SlotsResponse } from '../../../api/index.ts'
import { Busy, callSentence, formatDay, formatTime, Notice, pick, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import type { Line } from '../app/panel.ts'
import { AgencyNow } from './agency-now.tsx'
import { clockOf } from './clock-of.ts'
import { useLine } from './use-line.ts'
import { plainWish, PriorityChoice, RouteChoice, type VisitWish } from './visit-options.tsx'

/** A day, then a time: one tap each, and the place is held. */
export function BookSheet(props: { line: Line }) {
  const { app, taker } = useCitizen()
  const { t, language } = useText()
  const known = useLine(props.line)
  const { state, agency } = known
  const [chosen, setChosen] = useState<string | null>(null)
  const [wish, setWish] = useState<VisitWish>(plainWish)
  const day = chosen ?? state?.nextDays[0] ?? null
  const options = { line: props.line, catalogue: known.catalogue, wish, onWish: setWish }
  const name = known.service ?? known.group
  const book = (slotAt: string) => {
    const { group, service } = props.line
    taker.take({ region: app.region?.slug ?? '', group, service, slotAt, ...wish })
  }
  return (
    <Sheet title={t('book.title')} onClose={() => app.close()} class={agency ? `wing-${agency.wing}` : ''}>
      <div class="stack">
        {name && (
          <p class="line-name">
            {agency?.shortName} · {pick(name.name, language)}
          </p>
        )}
        {state && <AgencyNow state={state} part="short" />}
        {known.problem && (
          <Notice tone="bad" isLive>
            <p>{known.problem}</p>
            <button type="button" class="button" onClick={known.retry}>
              {t('action.retry')}
            </button>
          </Notice>
        )}
        {!state && !known.problem && <Busy>{t('book.loading')}</Busy>}
        {state?.nextDays.length === 0 && <Notice tone="warn">{t('book.no-days')}</Notice>}
        {state && state.nextDays.length > 0 && (
          <div class="days" role="group" aria-label={t('book.day')}>
            {state.nextDays.map((open) => (
              <button key={open} type="button" class="button day" aria-pressed={open === day} onClick={() => setChosen(open)}>
                {formatDay(open, language)}
              </button>
            ))}
          </div>
        )}
        {state && (
          <details class="more">
            <summary class="button quiet">{t('book.more')}</summary>
            <div class="stack">
              <PriorityChoice {...options} />
              <RouteChoice {...options} />
            </div>
          </details>
        )}
        {day && <Slots key={day} group={props.line.group} day={day} onBook={book} />}
      </div>
    </Sheet>
  )
}

/** The free times of a day, where the office is. */
function Slots(props: { group: string; day: string; onBook: (at: string) => void }) {
  const { app } = useCitizen()
  const text = useText()
  const { t, language } = text
  const [slots, setSlots] = useState<SlotsResponse['slots'] | null>(null)
  const [problem, setProblem] = useState('')
  const region = app.region
  const load = async () => {
    setProblem('')
    try {
      const path = `/api/regions/${region?.slug ?? ''}/groups/${props.group}/slots?day=${props.day}`
      setSlots((await app.call<SlotsResponse>('GET', path)).slots)
    } catch (error) {
      setProblem(callSentence(error, t))
    }
  }
  useEffect(() => void load(), [])
  if (problem) {
    return (
      <Notice tone="bad" isLive>
        <p>{problem}</p>
        <button type="button" class="button" onClick={() => void load()}>
          {t('action.retry')}
        </button>
      </Notice>
    )
  }
  if (!slots) return <Busy>{t('book.slots-loading')}</Busy>
  if (slots.every((slot) => slot.free === 0)) return <Notice tone="warn">{t('book.no-slots')}</Notice>
  const [, zone = ''] = formatTime(slots[0].at, language, region?.timeZone).split('\u00a0')
  return (
    <div class="stack">
      <p class="small soft">{t('book.slots-words', { zone })}</p>
      <ul class="slots" aria-label={t('book.time')}>
        {slots.map(({ at, free }) => (
          <li key={at}>
            <button type="button" class="button slot" disabled={free === 0} onClick={() => props.onBook(at)}>
              <strong class="number">{clockOf(at, text, region?.timeZone)}</strong>
              <span class="small">{free === 0 ? t('book.full') : t('book.free', { count: free })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
