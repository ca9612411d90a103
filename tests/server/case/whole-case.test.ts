import { createHash, createPublicKey, verify } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { CaseView, OfficerCaseView } from '../../../game/api/index.ts'
import { caseReceiptText, readCaseNumber } from '../../../game/case/index.ts'
import { niks, testClock } from '../http/harness.ts'
import { caseServer, type CaseServer, type CaseServerOptions } from './case-server.ts'

const hourMs = 3_600_000
const open: CaseServer[] = []
async function start(options: CaseServerOptions = {}): Promise<CaseServer> {
  const server = await caseServer(options)
  open.push(server)
  return server
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
const text = { title: 'Kutipan Akta Kelahiran', lines: [{ label: 'Nama', text: 'Bunga' }] }

test('a case goes from the first contact to the collected document, with the server ended after every step', async () => {
  const clock = testClock()
  let server = await start({ clock })
  /** As after a power cut: another server takes up what lies on the disk at this moment, while the first was told nothing. */
  const again = async (): Promise<void> => {
    const before = server
    const dataDir = mkdtempSync(join(tmpdir(), 'balai-case-cut-'))
    cpSync(before.dataDir, dataDir, { recursive: true })
    await before.close()
    open.pop()
    clock.nowMs += 60_000
    server = await start({ dataDir, clock })
  }
  const { cookie, id: citizen } = await server.citizen(niks[0])
  const request = await server.filled(cookie)
  const { answer, claim } = await server.claim(cookie, request)
  expect(answer.status).toBe(201)
  clock.nowMs += 5 * hourMs
  await again()

  const sent = await server.submit(cookie, { ...request, claim })
  expect(sent.status).toBe(201)
  const view = sent.json as CaseView
  expect(readCaseNumber(view.number)).toBe(view.number)
  expect(view).toMatchObject({ state: 'submitted', turn: 'front', promisedOn: '2025-03-06', isInHand: false })
  expect(Date.parse(view.submittedAt) - Date.parse(view.contactAt)).toBeGreaterThanOrEqual(5 * hourMs)
  const { id } = view
  await again()

  const front = await server.officer('fitri', 'disdukcapil', ['front'])
  const verifier = await server.officer('vino', 'disdukcapil', ['verifier'])
  const approver = await server.officer('ayu', 'disdukcapil', ['approver'])
  const done = async (cookie: string, action: string, body = {}): Promise<OfficerCaseView> => {
    const result = await server.act(cookie, id, action, body)
    expect([action, result.status, result.text]).toEqual([action, 200, expect.any(String)])
    await again()
    return result.json as OfficerCaseView
  }
  expect((await done(front.cookie, 'take')).answers).toEqual(request.answers)
  // Named officers get cases by lot: the only one with the next role has it at once.
  expect(await done(front.cookie, 'check')).toMatchObject({ state: 'checked', holder: 'other' })
  expect(await done(verifier.cookie, 'accept')).toMatchObject({ state: 'in-process', step: 'verifikasi', holder: 'me' })
  await done(verifier.cookie, 'step')
  expect(await done(approver.cookie, 'decide', { text })).toMatchObject({ state: 'issued', holder: null, answers: null })

  const issued = (await server.call('GET', `/api/cases/${id}`, { cookie })).json as CaseView
  expect(issued).toMatchObject({ state: 'issued', documents: [{ state: 'active' }], turn: null, mayWithdraw: false })
  const file = await server.call('GET', `/api/documents/${issued.documents[0].id}/file`, { cookie })
  expect(file.status).toBe(200)
  await server.cases.collected(id, 'desk')
  await again()
  expect((await server.call('GET', `/api/cases/${id}`, { cookie })).json).toMatchObject({ state: 'collected', collected: { how: 'desk' } })

  const accesses = await server.audit.accessesOf(citizen)
  expect(accesses.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['case.take', 'case.check', 'case.accept', 'case.step', 'case.decide']),
  )
  expect(JSON.stringify(accesses)).not.toMatch(/fitri|vino|ayu/)
})

test('the end of the server between the decision and its document loses neither, and makes one document', async () => {
  const clock = testClock()
  const first = await start({ clock })
  const { cookie } = await first.citizen(niks[0])
  const { id } = (await first.submit(cookie, await first.filled(cookie))).json as CaseView
  const [front, verifier, approver] = [
    await first.officer('fitri', 'disdukcapil', ['front']),
    await first.officer('vino', 'disdukcapil', ['verifier']),
    await first.officer('ayu', 'disdukcapil', ['approver']),
  ]
  await first.act(front.cookie, id, 'take')
  await first.act(front.cookie, id, 'check')
  await first.act(verifier.cookie, id, 'accept')
  await first.act(verifier.cookie, id, 'step')
  const issue = first.documents.issue
  Object.assign(first.documents, { issue: () => Promise.reject(new Error('the disk is full')) })
  expect((await first.act(approver.cookie, id, 'decide', { text })).json).toMatchObject({ state: 'decided', turn: 'system' })
  expect(first.logged).toContain('what follows from a case could not be done; it is tried again')
  Object.assign(first.documents, { issue })
  await first.kill()
  open.pop()
  const second = await start({ dataDir: first.dataDir, clock })
  const view = (await second.call('GET', `/api/cases/${id}`, { cookie })).json as CaseView
  expect([view.state, view.documents.length]).toEqual(['issued', 1])
  expect(await second.cases.tend()).toBe(0)
})

test('a receipt is checked with the public key alone, and none of another content or install is genuine', async () => {
  const server = await start()
  const { cookie } = await server.citizen(niks[0])
  const request = await server.filled(cookie)
  const { claim } = await server.claim(cookie, request)
  const { receipt } = claim
  const { json: key } = await server.call('GET', '/api/cases/receipts/key')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, format: 'jwk' })
  expect(verify(null, Buffer.from(caseReceiptText(receipt)), publicKey, Buffer.from(receipt.signature, 'base64url'))).toBe(true)
  const check = async (change: object) =>
    (await server.call('POST', '/api/cases/receipts/check', { body: { ...receipt, ...change } })).json.isGenuine
  expect(await check({})).toBe(true)
  const later = new Date(Date.parse(receipt.serverAt) + 1).toISOString()
  for (const change of [
    { serverAt: later },
    { deviceAt: later },
    { manifest: 'a'.repeat(64) },
    { case: 'x'.repeat(22) },
    { key: 'other' },
  ]) {
    expect(await check(change)).toBe(false)
  }
  expect(
    (await server.call('POST', '/api/cases/claims', { body: { case: request.case, manifest: 'a'.repeat(64), deviceAt: later } })).status,
  ).toBe(401)
})

test('a claim of other contents, of another case or forged counts for nothing, and hinders nothing', async () => {
  const clock = testClock()
  const server = await start({ clock })
  const { cookie } = await server.citizen(niks[0])
  const contactOf = async (change: (made: Awaited<ReturnType<CaseServer['claim']>>['claim']) => unknown, answers = {}) => {
    const request = await server.filled(cookie)
    const { claim } = await server.claim(cookie, request)
    clock.nowMs += hourMs
    const sent = await server.submit(cookie, {
      ...request,
      answers: { ...request.answers, ...answers },
      claim: change(claim) as typeof claim,
    })
    expect(sent.status).toBe(201)
    return Date.parse(sent.json.submittedAt) - Date.parse(sent.json.contactAt)
  }
  expect(await contactOf((claim) => claim)).toBe(hourMs)
  expect(await contactOf((claim) => claim, { nama: 'Melati' })).toBe(0)
  expect(await contactOf((claim) => ({ ...claim, papers: { ...claim.papers, kk: 'a'.repeat(64) } }))).toBe(0)
  expect(await contactOf((claim) => ({ ...claim, receipt: { ...claim.receipt, serverAt: '2025-03-01T00:00:00.000Z' } }))).toBe(0)
})

test('answers and words of people lie in the store for nobody to read', async () => {
  const server = await start()
  const { cookie } = await server.citizen(niks[0])
  const request = await server.filled(cookie, { answers: { nama: 'Kusumawardhani', anakKe: 1, kembar: false } })
  const { id } = (await server.submit(cookie, request)).json as CaseView
  const front = await server.officer('fitri')
  await server.act(front.cookie, id, 'take')
  await server.act(front.cookie, id, 'return', { fields: [{ field: 'nama', sentence: 'Bukan Tjokroaminoto?' }], papers: [] })
  const view = (await server.call('GET', `/api/cases/${id}`, { cookie })).json as CaseView
  expect(view.returned?.fields).toEqual([{ field: 'nama', sentence: 'Bukan Tjokroaminoto?' }])
  const stored = JSON.stringify([await server.store.readStream(`case/kukar/${id}`), await server.store.findRecord('case', id)])
  expect(stored).not.toMatch(/Kusumawardhani|Tjokroaminoto|6402011503900001/)
  // A plain hash of a short answer could be guessed.
  expect(stored).not.toContain(createHash('sha256').update('"Kusumawardhani"').digest('hex'))
  // The key destroyed, the order of events stays and the words are gone.
  await server.store.deleteRecord('case-key', id)
  const erased = (await server.call('GET', `/api/cases/${id}`, { cookie })).json as CaseView
  expect(erased.returned?.fields).toEqual([{ field: 'nama', sentence: '…' }])
})
