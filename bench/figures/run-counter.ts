import type { KioskPairing, KioskTicket, OfficerCounter } from '../../game/api/index.ts'
import { type Caller, createCaller } from './run-caller.ts'
import type { RunServer } from './run-server.ts'

/** One open counter and a paired kiosk in front of it, by HTTP alone. */
export type RunCounter = {
  /** The address that pairs a kiosk of the region: path, query and the key in its hash. */
  readonly kioskPath: string
  /** Takes a number at the kiosk. */
  take(group: string, key: string): Promise<KioskTicket>
  /** Calls the next. @returns the counter with the called one in hand, and when the request was sent, ms since 1970 */
  callNext(): Promise<{ readonly label: string; readonly ticket: string; readonly sentAtMs: number }>
  act(ticket: string, action: 'recall' | 'serve' | 'finish' | 'skip'): Promise<OfficerCounter>
  /** A request as this officer. @throws Error with the answer when it is refused */
  post(path: string, body?: unknown): Promise<unknown>
  close(): void
}

/** Signs the first officer in and opens a counter. @throws Error with the answer of a step that is refused */
export async function openRunCounter(server: RunServer, place: { readonly region: string; readonly counter: string }): Promise<RunCounter> {
  if (server.bootstrap === null) throw new Error('a new server names its first officer, and this one did not')
  const caller = createCaller(() => server.port)
  const signedIn = await caller.call('POST', '/api/officer/session', { body: server.bootstrap })
  const cookie = signedIn.setCookie ?? ''
  const path = `/api/officer/counters/${place.counter}`
  const post = (to: string, body?: unknown): Promise<unknown> => ask(caller, 'POST', to, { cookie, body })
  const pairing = (await ask(caller, 'GET', `/api/officer/kiosk?region=${place.region}`, { cookie })) as KioskPairing
  const kioskKey = new URL(pairing.path, server.origin).hash.replace('#kunci=', '')
  await post(`${path}/open`)
  return {
    kioskPath: pairing.path,
    post,
    async take(group, key) {
      const body = { region: place.region, group, service: null }
      return (await ask(caller, 'POST', '/api/kiosk/tickets', { body, key, headers: { 'x-kiosk-key': kioskKey } })) as KioskTicket
    },
    async callNext() {
      const sentAtMs = Date.now()
      const { current } = (await post(`${path}/next`)) as OfficerCounter
      if (current === null) throw new Error('the call was answered without anybody in hand')
      return { label: current.label, ticket: current.id, sentAtMs }
    },
    act: async (ticket, action) => (await post(`/api/officer/tickets/${ticket}/${action}`)) as OfficerCounter,
    close: () => caller.close(),
  }
}

async function ask(caller: Caller, method: 'GET' | 'POST', path: string, options: Parameters<Caller['call']>[2]): Promise<unknown> {
  const { status, body } = await caller.call(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`)
  return body
}
