import { fileURLToPath } from 'node:url'
import type { CatalogueResponse } from '../../game/api/index.ts'
import { surveyElements } from '../../game/survey/index.ts'
import { sendCase } from '../../tests/e2e/send-case.ts'
import { createCaller } from '../figures/run-caller.ts'
import { madeUpCitizen, readCode } from '../figures/run-citizen.ts'
import type { RunServer } from '../figures/run-server.ts'
import type { Person } from './doors.ts'

export type Said = { readonly status: number; readonly body: unknown; readonly setCookie: string | null }
/** Asks the server in somebody's name, each time from another address. */
export type Ask = (person: Person, method: string, path: string, body?: unknown) => Promise<Said>
/** The people, what the holder has, and how to ask. */
export type Stage = {
  readonly ask: Ask
  /** What stands in a path's or query's place of this name. */
  readonly values: Readonly<Record<string, string>>
  /** Bodies that the smallest value would not be taken for. */
  readonly bodies: Readonly<Record<string, unknown>>
}

const region = 'kukar'
const service = 'kk-hilang'
const picture = fileURLToPath(new URL('../../docs/pictures/ticket-phone.png', import.meta.url))
const holderIndex = 0

/** Signs everybody in and gives the holder one of each thing. @throws Error when a step is refused */
export async function setStage(server: RunServer): Promise<Stage> {
  const { origin } = server
  const cookies = new Map<Person, string>()
  let calls = 0
  const ask: Ask = async (person, method, path, body) => {
    calls++
    const cookie = cookies.get(person)
    const response = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'x-forwarded-for': `10.9.${calls >> 8}.${calls & 255}`,
        'idempotency-key': `door-${calls}-${person}`,
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    const setCookie = response.headers.get('set-cookie')?.split(';')[0] ?? null
    return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text, setCookie }
  }
  const must = async <Body>(said: Promise<Said>, what: string): Promise<Body> => {
    const { status, body, setCookie } = await said
    if (status > 299) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`)
    return { ...(body as Body), setCookie }
  }
  async function citizen(person: Person, index: number): Promise<void> {
    const { nik, phone } = madeUpCitizen(index)
    const { challenge } = await must<{ challenge: string }>(ask(person, 'POST', '/api/session/otp', { nik, phone }), 'asking for a code')
    const code = readCode(String((await ask('visitor', 'GET', '/demo/kode')).body), nik)
    const { setCookie } = await must<Said>(ask(person, 'POST', '/api/session/otp/verify', { challenge, code }), 'the code')
    cookies.set(person, setCookie ?? '')
  }
  async function signInOfficer(person: Person, username: string, password: string): Promise<void> {
    const { setCookie } = await must<Said>(ask(person, 'POST', '/api/officer/session', { username, password }), `signing ${person} in`)
    cookies.set(person, setCookie ?? '')
  }
  async function officer(person: Person, agency: string, roles: readonly string[]): Promise<string> {
    const asked = { name: person, username: `door.${person}`, region, agency }
    const made = await must<{ officer: { id: string }; password: string }>(
      ask('admin', 'POST', '/api/admin/officers', asked),
      `making ${person}`,
    )
    await must(ask('admin', 'PUT', `/api/admin/roles/${made.officer.id}`, { roles }), `the roles of ${person}`)
    await signInOfficer(person, asked.username, made.password)
    const next = `sandi panjang ${person}`
    await must(ask(person, 'PUT', '/api/officer/password', { next }), `the password of ${person}`)
    await signInOfficer(person, asked.username, next)
    return made.officer.id
  }

  if (server.bootstrap === null) throw new Error('the server has its officers already')
  await signInOfficer('admin', server.bootstrap.username, server.bootstrap.password)
  const caller = createCaller(() => server.port)
  const sent = await sendCase(origin, holderIndex, picture)
  const spare = await sent.newPaper()
  caller.close()
  await citizen('holder', holderIndex)
  await citizen('other', 1)
  const desk = ['front', 'verifier', 'approver']
  const { agency } = sent.view
  const { agencies, counters } = await must<CatalogueResponse>(ask('visitor', 'GET', `/api/regions/${region}/catalogue`), 'the catalogue')
  const group = agencies.find(({ slug }) => slug === agency)?.groups[0].slug ?? ''
  const elsewhere = agencies.find(({ slug }) => slug !== agency)?.slug ?? ''
  const officerId = await officer('officer', agency, desk)
  await officer('elsewhere', elsewhere, desk)
  await officer('integrity', elsewhere, ['integrity'])

  const own = <Body>(path: string, body: unknown): Promise<Body> => must<Body>(ask('holder', 'POST', path, body), path)
  const ticket = await own<{ id: string }>('/api/tickets', { region, group, service: null })
  const complaint = { region, agency, kind: 'service', text: 'Lama menunggu.', isAnonymous: false }
  const { complaint: complained } = await own<{ complaint: { id: string } }>('/api/complaints', complaint)
  const wishes = { wanted: ['sms'], quiet: { from: 21, until: 6 }, language: 'id' }
  await must(ask('holder', 'PUT', '/api/notices/settings', wishes), 'the wishes')
  const asked = { kind: 'correction', about: { kind: 'account', id: 'account' }, words: 'Nama salah eja' }
  const request = await own<{ id: string }>('/api/rights/requests', asked)
  const { consents } = await must<{ consents: { id: string }[] }>(ask('holder', 'GET', '/api/rights'), 'the rights')
  const { notices } = await must<{ notices: { id: string }[] }>(ask('holder', 'GET', '/api/notices'), 'the notices')
  const breach = await must<{ id: string }>(
    ask('admin', 'POST', '/api/admin/breaches', { region, foundAt: new Date().toISOString() }),
    'a breach',
  )
  const day = (await must<{ day: string }>(ask('visitor', 'GET', `/api/regions/${region}/queue`), 'the queue')).day
  const facts = { data: 'a', when: 'b', how: 'c', handling: 'd', recovery: 'e' }
  const read = (path: string): Promise<Record<string, unknown>> => must(ask('admin', 'GET', path), path)
  const hours = await read(`/api/admin/agencies/${agency}/hours?region=${region}`)
  const policy = await read(`/api/admin/lines/${group}/policy?region=${region}`)
  const calendar = await read(`/api/admin/holidays?region=${region}`)
  const answers = Object.fromEntries(surveyElements.map((element) => [element, 4]))
  return {
    ask,
    values: {
      region,
      agency,
      group,
      counter: counters.find((place) => place.agency === agency)?.id ?? '',
      service,
      day,
      ticket: ticket.id,
      case: sent.view.id,
      paper: spare,
      complaint: complained.id,
      consent: consents[0].id,
      request: request.id,
      notice: notices[0].id,
      breach: breach.id,
      officer: officerId,
    },
    bodies: {
      'PUT /api/admin/breaches/{breach}': { facts },
      'POST /api/admin/breaches': { region, foundAt: new Date().toISOString() },
      'POST /api/tickets': { region, group, service: null },
      'POST /api/tickets/{ticket}/survey': { answers },
      'POST /api/cases/{case}/survey': { answers },
      'POST /api/cases/claims': { case: 'a'.repeat(24), manifest: 'a'.repeat(64), deviceAt: new Date().toISOString() },
      'POST /api/cases/{case}/resubmit': { answers: {}, papers: {}, consent: { text: 'kasus-1', papers: [] } },
      'POST /api/notices/push': {
        endpoint: 'https://fcm.googleapis.com/fcm/send/a',
        keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) },
      },
      'PUT /api/admin/agencies/{agency}/hours': hours.hours,
      'PUT /api/admin/lines/{group}/policy': policy.next,
      'PUT /api/admin/roles/{officer}': { roles: desk },
      'POST /api/admin/officers': { name: 'Baru', username: 'door.new', region, agency },
      'POST /api/admin/reconciliations': 'tanggal,referensi,rupiah,id\n',
      'PUT /api/admin/holidays': calendar,
      'POST /api/levies': { region, agency, ticket: null, slip: null, case: null, text: null },
      'POST /api/officer/tickets/{ticket}/transfer': { to: { type: 'service', service } },
      'POST /api/cases/receipts/check': {
        case: 'a'.repeat(24),
        manifest: 'a'.repeat(64),
        deviceAt: sent.view.submittedAt,
        serverAt: sent.view.submittedAt,
        key: 'k',
        signature: 'A'.repeat(86),
      },
      'POST /api/session/otp': { nik: '6402', phone: '0812' },
      'POST /api/complaints': { ...complaint, isAnonymous: true },
      'POST /api/cases': {
        case: 'b'.repeat(24),
        region,
        service,
        version: 1,
        answers: {},
        papers: {},
        claim: null,
        consent: { text: 'kasus-1', papers: [] },
      },
      'POST /api/kiosk/tickets': { region, group, service: null },
    },
  }
}
