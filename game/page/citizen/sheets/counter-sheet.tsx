import { useEffect, useRef, useState } from 'preact/hooks'
import type { CounterSummary } from '../../../api/index.ts'
import type { WatchState } from '../watch/index.ts'
import { Busy, callSentence, Icon, Notice, pick, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { ownPlaces } from '../app/ticket-state.ts'
import { hasTrouble } from './agency-days.ts'
import { AgencyNow } from './agency-now.tsx'
import { counterWords, type KnownOfCounter } from './counter-words.ts'
import { GroupAction } from '../page/group-action.tsx'
import { ServiceDetails } from '../page/service-details.tsx'

/** A counter as one sees it standing before it: its officer's picture, open or not, the number in hand, its lines and services. */
export function CounterSheet(props: { counter: string; isNear: boolean }) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const [problem, setProblem] = useState('')
  const load = () => {
    setProblem('')
    app.loadCatalogue().catch((error: unknown) => setProblem(callSentence(error, t)))
  }
  useEffect(load, [])
  const catalogue = app.catalogue.value
  const place = catalogue?.counters.find((row) => row.id === props.counter)
  const agency = catalogue?.agencies.find((row) => row.slug === place?.agency)
  const queue = app.queue.value
  const summary = queue?.counters.find((row) => row.counter === props.counter) ?? null
  const state = (agency && app.agencies.value.get(agency.slug)) ?? null
  const title = place ? t('counter.name', { label: place.label }) : t('counter.title')
  return (
    <Sheet
      title={agency ? `${title} · ${agency.shortName}` : title}
      onClose={() => app.close()}
      isModal={false}
      isQuiet={props.isNear}
      class={agency ? `wing-${agency.wing}` : ''}
    >
      <div class="stack">
        <div class={summary && summary.stream.state !== 'off' ? 'counter-top has-picture' : 'counter-top'}>
          <CounterNow
            summary={summary}
            agency={state}
            groups={queue?.groups.filter((row) => agency?.groups.some(({ slug }) => slug === row.group)) ?? []}
            openElsewhere={(catalogue?.counters ?? [])
              .filter((row) => row.agency === agency?.slug && queue?.counters.some((one) => one.counter === row.id && one.isOpen))
              .map(({ label }) => label)}
            day={queue?.day ?? null}
          />
          <CounterPicture key={props.counter} summary={summary} />
        </div>
        {/* The counter has said by itself whether it is open: the hours of its agency beside that would be a second truth. */}
        {state && (!summary?.isOpen || hasTrouble(state)) && <AgencyNow state={state} part="beside" />}
        {problem && (
          <Notice tone="bad" isLive>
            <p>{problem}</p>
            <button type="button" class="button" onClick={load}>
              {t('action.retry')}
            </button>
          </Notice>
        )}
        {!catalogue && !problem && <Busy>{t('counter.loading')}</Busy>}
        {catalogue && !agency && <Notice tone="warn">{t('counter.unknown')}</Notice>}
        {agency?.groups.map((group) => {
          const region = app.region?.slug ?? ''
          const own = ownPlaces(app.tickets.value, { region, group: group.slug, day: queue?.day ?? null })
          return (
            <section key={group.slug} class="group card" aria-labelledby={`loket-${group.slug}`}>
              <div class="group-head">
                <span class="letter" aria-hidden="true">
                  {group.prefix}
                </span>
                <h3 id={`loket-${group.slug}`}>{pick(group.name, language)}</h3>
              </div>
              <div class="group-action">
                <GroupAction
                  region={region}
                  timeZone={app.region?.timeZone}
                  group={group.slug}
                  summary={queue?.groups.find((row) => row.group === group.slug) ?? null}
                  own={own}
                  agency={state}
                />
              </div>
              <ul class="services">
                {group.services.map((service) => (
                  <li key={service.slug}>
                    <ServiceDetails
                      service={service}
                      id={`loket-layanan-${service.slug}`}
                      take={own.today ? undefined : { region, group: group.slug }}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Sheet>
  )
}

const badges = { open: 'badge good', paused: 'badge warn', closed: 'badge' } as const
const dots = { open: 'dot good', paused: 'dot warn', closed: 'dot' } as const

function CounterNow(props: KnownOfCounter) {
  const text = useText()
  const { t } = text
  const { state, words } = counterWords(props, text)
  return (
    <div class="counter-now" role="status">
      {state !== 'unknown' && (
        <span class={badges[state]}>
          <span class={dots[state]} aria-hidden="true" />
          {t(state === 'open' ? 'counter.open' : state === 'paused' ? 'counter.pausing' : 'counter.closed')}
        </span>
      )}
      <span>
        {words} {state === 'open' && props.summary?.serving && <strong class="number">{props.summary.serving}</strong>}
      </span>
    </div>
  )
}

/** The live picture of the counter, fetched only when a sheet like this one is open. */
function CounterPicture(props: { summary: CounterSummary | null }) {
  const { t } = useText()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<WatchState | 'missing'>('connecting')
  const playlist = props.summary?.stream.playlist ?? null
  const streamState = props.summary?.stream.state ?? 'off'
  const isOn = streamState !== 'off' && playlist !== null
  useEffect(() => {
    if (!isOn || !playlist) return
    let isGone = false
    let stop = () => {}
    setState('connecting')
    const watch = async () => {
      try {
        const { watchCounter } = await import('../watch/index.ts')
        if (!isGone && video.current) stop = watchCounter({ video: video.current, playlist, onState: setState }).stop
      } catch {
        setState('missing')
      }
    }
    void watch()
    return () => {
      isGone = true
      stop()
    }
  }, [isOn, playlist])
  if (!isOn) return null
  return (
    <figure class="counter-picture">
      <video ref={video} muted playsInline aria-label={t('counter.picture')} />
      {streamState === 'slate' && <figcaption>{t('counter.slate')}</figcaption>}
      {streamState === 'live' && (state === 'connecting' || state === 'stalled') && (
        <figcaption>
          <Busy>{t('counter.picture-loading')}</Busy>
        </figcaption>
      )}
      {(state === 'missing' || state === 'unsupported' || state === 'ended') && (
        <figcaption>
          <Icon name="video-off" size={20} /> {t('counter.picture-failed')}
        </figcaption>
      )}
    </figure>
  )
}
