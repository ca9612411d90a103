import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAudit, type AuditHead, type AuditLine } from '../../../game/case/index.ts'
import { createKioskKeys } from '../../../server/http/index.ts'
import type { IssuedDocument } from '../../../server/documents/index.ts'
import { tools } from '../../game/case/audit/sample-audit.ts'
import { niks, testSecret } from '../http/harness.ts'
import { documentServer, issueFor, type DocumentServer } from './document-server.ts'

// One story in order: what a step leaves behind is what the next begins with.
let server: DocumentServer
let budi: string
let siti: string
let officer: string
let citizen: string
let document: IssuedDocument
const kioskKey = new URL(`http://x${createKioskKeys(testSecret).pathOf('kukar')}`).hash.replace('#kunci=', '')

beforeAll(async () => {
  server = await documentServer()
  budi = await server.signInCitizen(niks[0])
  siti = await server.signInCitizen(niks[1], '081234567891')
  officer = await server.signInOfficer()
  const who = await server.identity.whoIs(budi)
  if (who.role !== 'citizen') throw new Error('Budi is not signed in')
  citizen = who.citizen.id
  document = await issueFor(server.documents, citizen, server.clock.nowMs)
})
afterAll(() => server.end())

it("lists a citizen's documents to them alone, and gives the file as an attachment", async () => {
  expect((await server.call('GET', '/api/documents')).status).toBe(401)
  expect((await server.call('GET', '/api/documents', { cookie: siti })).json).toEqual({ documents: [] })
  const { json } = await server.call('GET', '/api/documents', { cookie: budi })
  expect(json.documents).toEqual([
    expect.objectContaining({
      id: document.id,
      number: document.number,
      state: 'active',
      checkPath: `/cek/${document.code}`,
      handedOver: null,
    }),
  ])
  const url = `/api/documents/${document.id}/file`
  expect((await server.call('GET', url, { cookie: siti })).json.error.code).toBe('document-unknown')
  const file = await server.app.inject({ url, headers: { host: 'balai.test', cookie: budi } })
  expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' })
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${document.number}.pdf"`)
  const { seal } = await server.documents.verify(document.code)
  expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(seal?.statement.pdf)
})

it('tells a stranger what is printed and nothing else', async () => {
  const { json, headers } = await server.call('GET', `/api/verify/${document.code.toLowerCase()}`)
  expect(headers['cache-control']).toBe('no-store')
  expect(json).toMatchObject({
    verdict: 'active',
    why: null,
    code: document.code,
    names: { region: 'kukar', agency: 'Dinas Kependudukan' },
  })
  expect(Object.keys(json.seal.statement).sort()).toEqual(
    ['agency', 'code', 'content', 'format', 'holder', 'issuedOn', 'number', 'pdf', 'region', 'service', 'title'].sort(),
  )
  for (const secret of ['Budi', 'Mawar', citizen, 'case-1', document.paper, document.id]) expect(JSON.stringify(json)).not.toContain(secret)
  const { json: none } = await server.call('GET', '/api/verify/AAAA')
  expect(none).toMatchObject({ verdict: 'not-genuine', why: 'mistyped', seal: null, names: null })
  const { json: keys } = await server.call('GET', '/api/document-keys')
  expect(keys.keys.map((key: { id: string }) => key.id)).toEqual([json.seal.key])
})

it('prints at a paired kiosk with code and PIN', async () => {
  const post = (path: string, body?: Record<string, unknown>) =>
    server.call('POST', `/api/documents/${document.id}/${path}`, { cookie: budi, body })
  expect((await server.call('POST', `/api/documents/${document.id}/pickup`, { cookie: siti })).status).toBe(404)
  const { code } = (await post('pickup')).json
  expect((await post('pin', { pin: '111111' })).json.error).toMatchObject({
    code: 'pin-weak',
    message: expect.stringMatching(/mudah ditebak/),
  })
  expect((await post('pin', { pin: '482915' })).status).toBe(204)
  const print = (pin: string, key = kioskKey) =>
    server.call('POST', '/api/kiosk/prints', { body: { region: 'kukar', code, pin }, headers: { 'x-kiosk-key': key } })
  expect((await print('482915', 'none')).json.error.code).toBe('kiosk-key')
  const wrong = await print('000123')
  expect([wrong.status, wrong.json.error.message]).toEqual([403, 'PIN salah. Sisa percobaan: 4.'])
  const printed = await print('482915')
  expect(printed.json).toMatchObject({ number: document.number, title: document.title, prints: 1 })
  const file = await server.call('GET', printed.json.path)
  expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-frame-options': 'SAMEORIGIN' })
  expect(file.text.startsWith('%PDF-')).toBe(true)
  expect((await print('482915')).json.error.code).toBe('pickup-code')
  const { json } = await server.call('GET', '/api/documents', { cookie: budi })
  expect(json.documents[0]).toMatchObject({ prints: 1, hasPickupCode: false, hasPin: true })
})

it('hands over at a counter by number and card, or to somebody with a power of attorney', async () => {
  const second = await issueFor(server.documents, citizen, server.clock.nowMs, 'case-2')
  expect((await server.call('GET', `/api/officer/pickups?find=${second.number}`, { cookie: budi })).status).toBe(403)
  const looked = await server.call('GET', `/api/officer/pickups?find=${second.number}`, { cookie: officer })
  expect(looked.json).toMatchObject({ holderNikMasked: '6402••••••••••••', authorities: [], document: { number: second.number } })
  const hand = (shown: Record<string, unknown>) =>
    server.call('POST', '/api/officer/pickups', { cookie: officer, body: { find: second.number, lane: 'desk', shown } })
  expect((await hand({ kind: 'holder', nikEnd: '0002', isNameChecked: true })).json.error.code).toBe('pickup-identity')
  expect((await hand({ kind: 'proxy', nik: niks[1], authority: null })).json.error.code).toBe('pickup-authority')
  expect((await hand({ kind: 'proxy', nik: '12', authority: 'x' })).json.error.code).toBe('nik-length')
  const done = await hand({ kind: 'holder', nikEnd: '0001', isNameChecked: true })
  expect(done.json.document.handedOver).toEqual({ at: new Date(server.clock.nowMs).toISOString(), lane: 'desk', to: 'holder' })
  expect((await hand({ kind: 'holder', nikEnd: '0001', isNameChecked: true })).json.error.code).toBe('document-collected')
})

it('is revoked by an approver, and new keys seal after a rotation', async () => {
  const third = await issueFor(server.documents, citizen, server.clock.nowMs, 'case-3')
  const revoked = await server.call('POST', `/api/officer/documents/${third.id}/revoke`, {
    cookie: officer,
    body: { reason: 'salah nama' },
  })
  expect(revoked.json.state).toBe('revoked')
  expect((await server.call('GET', `/api/verify/${third.code}`)).json.verdict).toBe('revoked')
  expect((await server.call('POST', '/api/admin/document-keys', { cookie: budi })).status).toBe(403)
  server.clock.nowMs += 1000
  const { json } = await server.call('POST', '/api/admin/document-keys', { cookie: officer })
  expect(json.keys.map(({ until }: { until: string | null }) => until === null)).toEqual([false, true])
  expect((await server.call('GET', `/api/verify/${document.code}`)).json.verdict).toBe('active')
})

it('shows the citizen who looked and why, and an auditor the day, whose export is in order and names nobody', async () => {
  const { json } = await server.call('GET', '/api/accesses', { cookie: budi })
  expect(json.accesses.map(({ act, role }: { act: string; role: string }) => `${act} ${role}`)).toEqual([
    'document.revoked officer',
    'document.issued system',
    'document.handed-over officer',
    'document.looked-up officer',
    'document.issued system',
    'document.issued system',
  ])
  expect((await server.call('GET', '/api/officer/audit?region=kukar', { cookie: budi })).status).toBe(403)
  const { json: days } = await server.call('GET', '/api/officer/audit?region=kukar', { cookie: officer })
  expect(days).toEqual({ region: 'kukar', days: ['2025-03-03'] })
  const { json: day } = await server.call('GET', '/api/officer/audit/2025-03-03?region=kukar', { cookie: officer })
  expect(day.entries.some(({ act, citizen: whose }: { act: string; citizen: string }) => act === 'paper.opened' && whose === citizen)).toBe(
    true,
  )
  const { text, headers } = await server.call('GET', '/api/officer/audit/2025-03-03/export?region=kukar', { cookie: officer })
  expect(headers['content-disposition']).toMatch(/audit-kukar-2025-03-03\.jsonl/)
  expect(text).not.toContain(citizen)
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as unknown)
  const report = await verifyAudit([{ head: head as AuditHead, lines: lines as AuditLine[] }], tools)
  expect(report).toMatchObject({ ok: true })
  expect((lines.at(-1) as AuditLine).entry).toMatchObject({ act: 'audit.read', role: 'auditor' })
  expect((await server.call('GET', '/api/officer/audit/2025-03-02/export?region=kukar', { cookie: officer })).status).toBe(404)
})
