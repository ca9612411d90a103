import { effect } from '@preact/signals'
import { render } from 'preact'
import { CounterLink } from '../page/counter-link.tsx'
import { GroupAction } from '../page/group-action.tsx'
import { CitizenProvider, useCitizen, type Citizen } from './app-context.tsx'
import { ownPlaces } from './ticket-state.ts'

/**
 * Brings the lines and counters of the list to life once there is news of them.
 * Until then what the server wrote stays; the rest of the list is never touched, so it needs no data of its own.
 */
export function enlivenParts(citizen: Citizen, root: ParentNode): void {
  const { app } = citizen
  const stop = effect(() => {
    if (!app.queue.value && app.tickets.value.length === 0) return
    queueMicrotask(() => stop())
    for (const place of root.querySelectorAll<HTMLElement>('[data-live-group]')) {
      mount(citizen, place, <LiveGroup group={place.dataset.liveGroup ?? ''} agency={place.dataset.agency ?? ''} />)
    }
    for (const place of root.querySelectorAll<HTMLElement>('[data-live-counter]')) {
      mount(citizen, place, <LiveCounter counter={place.dataset.liveCounter ?? ''} label={place.dataset.label ?? ''} />)
    }
  })
}

/** Puts a component into a place of the page, instead of what the server wrote there. */
export function mount(citizen: Citizen, place: Element | null, children: preact.ComponentChild): void {
  if (!place) return
  place.textContent = ''
  render(<CitizenProvider citizen={citizen}>{children}</CitizenProvider>, place)
}

function LiveGroup(props: { group: string; agency: string }) {
  const { app } = useCitizen()
  const region = app.region?.slug ?? ''
  return (
    <GroupAction
      region={region}
      timeZone={app.region?.timeZone}
      group={props.group}
      summary={app.queue.value?.groups.find((row) => row.group === props.group) ?? null}
      own={ownPlaces(app.tickets.value, { region, group: props.group, day: app.queue.value?.day ?? null })}
      agency={app.agencies.value.get(props.agency) ?? null}
    />
  )
}

function LiveCounter(props: { counter: string; label: string }) {
  const { app } = useCitizen()
  const summary = app.queue.value?.counters.find((row) => row.counter === props.counter) ?? null
  return <CounterLink region={app.region?.slug ?? ''} id={props.counter} label={props.label} summary={summary} />
}
