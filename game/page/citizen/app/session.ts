import type { OtpRequest, OtpResponse, SessionResponse, TicketsResponse } from '../../../api/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import { noteUnsent } from './unsent.ts'

/** Asks who we are, and for our tickets if we are a citizen. Quiet when there is no network: the socket tells later. */
export async function loadSession(app: CitizenApp): Promise<void> {
  const { session } = await app.call<SessionResponse>('GET', '/api/session')
  app.session.value = session
  if (session?.role === 'citizen') await loadTickets(app)
}

/** @throws CodedError with a CallErrorCode */
export async function loadTickets(app: CitizenApp): Promise<void> {
  const { tickets } = await app.call<TicketsResponse>('GET', '/api/tickets')
  app.tickets.value = tickets
}

/** Sends a one-time code to the telephone. @throws CodedError with a CallErrorCode */
export function requestCode(app: CitizenApp, request: OtpRequest): Promise<OtpResponse> {
  return app.call<OtpResponse>('POST', '/api/session/otp', { body: request })
}

/** Signs in with the code. @throws CodedError with a CallErrorCode */
export async function verifyCode(app: CitizenApp, challenge: string, code: string): Promise<void> {
  const { session } = await app.call<SessionResponse>('POST', '/api/session/otp/verify', { body: { challenge, code } })
  app.session.value = session
  // The line was put up as a visitor's.
  app.socket.reconnect()
  await loadTickets(app)
}

/** @throws CodedError with a CallErrorCode */
export async function signOut(app: CitizenApp): Promise<void> {
  await app.call('DELETE', '/api/session')
  app.session.value = null
  app.tickets.value = []
  // Drafts and papers that this device keeps go with the session, also where their part of the page was never loaded.
  globalThis.indexedDB?.deleteDatabase('balai-case')
  noteUnsent({ sendings: 0, drafts: 0 })
  app.socket.reconnect()
}
