/** Numbers taken and called over HTTP at a steady pace, in a process of its own. Told by its command line, answers over IPC. */
import { setTimeout as wait } from 'node:timers/promises'
import type { AgenciesResponse, CatalogueResponse, KioskPairing, KioskTicket, OfficerCounter, OfficerStart } from '../../game/api/index.ts'
import { createCaller, type Caller } from '../figures/run-caller.ts'
import type { PairLoadAnswer, PairLoadTask } from './pair-load-messages.ts'

/** What one counter does: its officer's cookie, and the line in which its numbers are taken. */
type Desk = { readonly caller: Caller; readonly cookie: string; readonly counter: string; readonly group: string; readonly from: string }

const tell = (message: PairLoadAnswer): void => void process.send?.(message)

process.once('message', (task: PairLoadTask) => {
  run(task).then(
    (pairs) => tell({ type: 'done', pairs }),
    (error: unknown) => tell({ type: 'failed', why: String(error) }),
  )
})

async function run(task: PairLoadTask): Promise<number> {
  const desks = await openDesks(task)
  const kioskKey = await pairKiosk(desks[0], task.region)
  tell({ type: 'ready' })
  const everyMs = (1000 * desks.length) / task.pairsPerS
  const startMs = performance.now()
  const untilMs = startMs + task.seconds * 1000
  const counts = await Promise.all(
    desks.map(async (desk, index) => {
      let pairs = 0
      // Each desk has its own beat; one that is late catches up, so that the pace is the task's and not the server's.
      for (let dueMs = startMs + (index * everyMs) / desks.length; dueMs < untilMs; dueMs += everyMs) {
        await wait(Math.max(0, dueMs - performance.now()))
        if (performance.now() > untilMs) break
        await takeAndCall(desk, { region: task.region, kioskKey, key: `pair-${index}-${pairs}-${Math.round(startMs)}` })
        pairs++
      }
      return pairs
    }),
  )
  return counts.reduce((sum, pairs) => sum + pairs, 0)
}

/** A number, and its call, after a room for the one called before. */
async function takeAndCall(desk: Desk, { region, kioskKey, key }: { region: string; kioskKey: string; key: string }): Promise<void> {
  const { caller, group, cookie, from } = desk
  const headers = { 'x-kiosk-key': kioskKey }
  const taken = await caller.call('POST', '/api/kiosk/tickets', { key, from, headers, body: { region, group, service: null } })
  if (taken.status !== 201) throw new Error(`a number was answered ${taken.status}: ${JSON.stringify(taken.body)}`)
  const body = { after: { type: 'park', room: 'Ruang tunggu' } }
  const called = await caller.call('POST', `/api/officer/counters/${desk.counter}/next`, { cookie, from, body })
  if (called.status !== 200) throw new Error(`a call was answered ${called.status}: ${JSON.stringify(called.body)}`)
  const [inHand, number] = [(called.body as OfficerCounter).current?.id, (taken.body as KioskTicket).ticket.id]
  if (inHand !== number) throw new Error(`${inHand} was called, and not ${number}`)
}

/** Signs every officer in and opens a counter for each, of different agencies as far as there are. */
async function openDesks({ port, region, officers }: PairLoadTask): Promise<Desk[]> {
  const first = createCaller(() => port)
  const catalogue = (await first.call('GET', `/api/regions/${region}/catalogue`)).body as CatalogueResponse
  const today = (await first.call('GET', `/api/regions/${region}/agencies`)).body as AgenciesResponse
  const isHere = (slug: string): boolean => today.agencies.some(({ agency, givesNumbers }) => agency === slug && givesNumbers)
  const agencies = catalogue.agencies.filter(({ slug }) => isHere(slug) && catalogue.counters.some(({ agency }) => agency === slug))
  const desks: Desk[] = []
  for (const [index, officer] of officers.entries()) {
    const caller = createCaller(() => port)
    const from = `10.9.0.${index + 1}`
    const signedIn = await caller.call('POST', '/api/officer/session', { body: officer, from })
    if (signedIn.setCookie === null) throw new Error(`an officer was answered ${signedIn.status}: ${JSON.stringify(signedIn.body)}`)
    const agency = agencies[index % agencies.length]
    const counter = catalogue.counters.find((one) => one.agency === agency.slug && !desks.some((desk) => desk.counter === one.id))
    if (counter === undefined) throw new Error(`${region} has fewer counters than officers`)
    await caller.call('POST', `/api/officer/counters/${counter.id}/open`, { cookie: signedIn.setCookie, from })
    const start = (await caller.call('GET', '/api/officer', { cookie: signedIn.setCookie, from })).body as OfficerStart
    if (start.open === null) throw new Error(`${counter.id} did not open`)
    desks.push({ caller, cookie: signedIn.setCookie, counter: counter.id, group: agency.groups[0].slug, from })
  }
  first.close()
  return desks
}

async function pairKiosk(desk: Desk, region: string): Promise<string> {
  const answer = await desk.caller.call('GET', `/api/officer/kiosk?region=${region}`, { cookie: desk.cookie, from: desk.from })
  return (answer.body as KioskPairing).path.split('#kunci=')[1] ?? ''
}
