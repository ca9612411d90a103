import { createHash, createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { contentText, isVerifyCode, statementText, type DocumentSeal } from '../../../game/case/index.ts'
import { openDocumentKeys } from '../../../server/documents/index.ts'
import { issueOf, officer, openDocuments, t0 } from './open-documents.ts'

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
const otherText = { title: 'Surat Keterangan Pindah', lines: [{ label: 'Nama', text: 'Budi Santosa' }] }
const holder = { kind: 'holder', nikEnd: '0007', isNameChecked: true } as const

describe('issuing', () => {
  it('makes an A4 PDF with a number, keeps it in the vault, and writes no personal data into stream or rows', async () => {
    const { documents, papers, store } = await openDocuments()
    const document = await documents.issue(issueOf())
    expect(document).toMatchObject({
      number: expect.stringMatching(/^DOK-260302-[2-9A-Z]{6}$/),
      state: 'active',
      prints: 0,
      title: 'Surat Keterangan Pindah',
    })
    const kept = papers.get(document.paper)
    expect(kept?.paper).toMatchObject({ kind: 'issued', owner: 'c1', type: 'application/pdf', pages: 1 })
    const pdf = await PDFDocument.load(kept?.bytes ?? new Uint8Array())
    expect(pdf.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 })
    expect(pdf.getTitle()).toContain(document.number)
    const written = JSON.stringify([await store.readStream('document/kukar/case-1'), await store.recordsOf('document', 'c1')])
    for (const secret of ['Budi', 'Mawar']) expect(written).not.toContain(secret)
    expect(await documents.ofCase('case-1')).toEqual([document])
    expect(await documents.ofCitizen('c1')).toEqual([document])
    expect(await documents.find(document.id)).toEqual(document)
  })

  it('gives the same document for the same text, also when two ask at once, and supersedes it for another', async () => {
    const { documents, papers } = await openDocuments()
    const both = await Promise.all([documents.issue(issueOf()), documents.issue(issueOf())])
    const again = await documents.issue(issueOf({ atMs: t0 + 5000 }))
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1)
    expect(papers.size).toBe(1)
    const next = await documents.issue(issueOf({ text: otherText }))
    expect((await documents.ofCase('case-1')).map(({ id, state }) => `${id === next.id} ${state}`)).toEqual([
      'false superseded',
      'true active',
    ])
    expect((await documents.verify(again.code)).verdict).toBe('superseded')
  })

  it('breaks long lines over pages, prints letters with marks, and refuses letters that it cannot print', async () => {
    const { documents, papers } = await openDocuments()
    const lines = Array.from({ length: 60 }, (_, index) => ({ label: `Baris ${index}`, text: 'kata '.repeat(40) }))
    const long = await documents.issue(issueOf({ text: { title: 'Panjang', lines } }))
    expect(papers.get(long.paper)?.paper.pages).toBeGreaterThan(3)
    await documents.issue(issueOf({ case: 'case-2', text: { title: 'Nama', lines: [{ label: 'Nama', text: 'Şükrü “Ñandú”\nČapek' }] } }))
    const bad = documents.issue(issueOf({ case: 'case-3', text: { title: 'Nama', lines: [{ label: 'Nama', text: '山田' }] } }))
    await expect(bad).rejects.toMatchObject({ code: 'document-text', details: { character: '山' } })
  })

  it('says that it carries no certified signature unless a provider signs, whose bytes are the ones kept and sealed', async () => {
    const plain = await openDocuments()
    const first = await plain.documents.issue(issueOf())
    const signed = await openDocuments({ signer: { name: 'BSrE', sign: async (pdf) => Buffer.concat([pdf, Buffer.from('\n% signed')]) } })
    const second = await signed.documents.issue(issueOf())
    const bytes = signed.papers.get(second.paper)?.bytes ?? new Uint8Array()
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/% signed$/)
    expect((await signed.documents.verify(second.code)).seal?.statement.pdf).toBe(sha256(bytes))
    expect((await plain.documents.verify(first.code)).seal?.statement.pdf).toBe(sha256(plain.papers.get(first.paper)?.bytes ?? ''))
  })
})

describe('the seal', () => {
  it('is an Ed25519 signature that anybody can check over what is printed and the hash of the PDF', async () => {
    const { documents, store } = await openDocuments()
    const { code, number } = await documents.issue(issueOf())
    expect(isVerifyCode(code)).toBe(true)
    const { verdict, seal, publicKey } = await documents.verify(code.toLowerCase())
    expect(verdict).toBe('active')
    expect(seal?.statement).toMatchObject({ code, number, holder: 'B. S.', issuedOn: '2026-03-02', title: 'Surat Keterangan Pindah' })
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey ?? '' }, format: 'jwk' })
    const text = Buffer.from(statementText((seal as DocumentSeal).statement))
    expect(verify(null, text, key, Buffer.from(seal?.signature ?? '', 'base64url'))).toBe(true)
    const [event] = await store.readStream('document/kukar/case-1')
    const { facts } = event.data as { facts: { nonce: string } }
    expect(sha256(contentText(issueOf().text, facts.nonce))).toBe(seal?.statement.content)
  })

  it('says nothing but "not genuine" of a code that is mistyped, unknown, or whose row was altered', async () => {
    const { documents, store } = await openDocuments()
    const { id, code } = await documents.issue(issueOf())
    const wrong = `${code.slice(0, 3)}${code[3] === '2' ? '3' : '2'}${code.slice(4)}`
    const nothing = { verdict: 'not-genuine', seal: null, publicKey: null }
    expect(await documents.verify(wrong)).toEqual({ ...nothing, why: 'mistyped' })
    expect(await documents.verify('')).toEqual({ ...nothing, why: 'mistyped' })
    const other = await (await openDocuments()).documents.issue(issueOf())
    expect(await documents.verify(other.code)).toEqual({ ...nothing, why: 'unknown' })
    const row = await store.findRecord('document', id)
    const data = row?.data as { seal: DocumentSeal }
    for (const statement of [{ title: 'Akta' }, { pdf: 'ff' }, { code: other.code }, { holder: 'A. B.' }]) {
      const altered = { ...data, seal: { ...data.seal, statement: { ...data.seal.statement, ...statement } } }
      await store.putRecord({ ...row!, data: altered })
      expect(await documents.verify(code)).toEqual({ ...nothing, why: 'broken-seal' })
    }
  })

  it('keeps its key for itself, uses it again after a new start, and still opens old seals after a rotation', async () => {
    const { documents, keys, dataDir, store, clock } = await openDocuments()
    const first = await documents.issue(issueOf())
    const file = join(dataDir, 'document-key.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = await openDocumentKeys({ dataDir, store, clock })
    expect(again.current.id).toBe(keys.current.id)
    const before = readFileSync(file, 'utf8')
    clock.nowMs += 1000
    const next = await keys.rotate()
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    expect(readdirSync(dataDir)).toEqual(['document-key.json'])
    expect((await keys.all()).map(({ id, untilMs }) => [id === next.id, untilMs])).toEqual([
      [false, clock.nowMs],
      [true, null],
    ])
    const second = await documents.issue(issueOf({ case: 'case-2' }))
    expect((await documents.verify(first.code)).verdict).toBe('active')
    const sealed = await documents.verify(second.code)
    expect([sealed.verdict, sealed.seal?.key]).toEqual(['active', next.id])
    const other = await openDocuments({ dataDir })
    expect(other.keys.current.id).toBe(next.id)
  })

  it('tells of a revocation', async () => {
    const { documents, audit } = await openDocuments()
    const { id, code } = await documents.issue(issueOf())
    await expect(documents.revoke(id, ' ', 'officer-1')).rejects.toMatchObject({ code: 'document-reason' })
    expect((await documents.revoke(id, 'salah data', 'officer-1')).state).toBe('revoked')
    expect((await documents.verify(code)).verdict).toBe('revoked')
    expect((await audit.accessesOf('c1')).map(({ act }) => act)).toEqual(['document.revoked', 'document.issued'])
  })
})

describe('pickup', () => {
  it('hands over once by the code of the moment, and tells the case', async () => {
    const { documents, collected, store } = await openDocuments()
    const { id } = await documents.issue(issueOf())
    const old = await documents.pickup.makeCode('c1', id)
    const code = await documents.pickup.makeCode('c1', id)
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
    expect(JSON.stringify(await store.readStream('document/kukar/case-1'))).not.toContain(code)
    await expect(documents.pickup.makeCode('c2', id)).rejects.toMatchObject({ code: 'document-unknown' })
    const how = { lane: 'drive-thru', shown: holder } as const
    await expect(documents.pickup.handOver(old, officer, how)).rejects.toMatchObject({ code: 'pickup-code' })
    await expect(documents.pickup.handOver('22222222', officer, how)).rejects.toMatchObject({ code: 'pickup-code' })
    const wrong = { lane: 'desk', shown: { ...holder, nikEnd: '0008' } } as const
    await expect(documents.pickup.handOver(code, officer, wrong)).rejects.toMatchObject({ code: 'pickup-identity' })
    const done = await documents.pickup.handOver(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`, officer, how)
    expect(done.handedOver).toMatchObject({ lane: 'drive-thru', collector: { kind: 'holder', nikMasked: '6402••••••••0007' } })
    expect(collected).toEqual(['case-1 drive-thru'])
    await expect(documents.pickup.handOver(code, officer, how)).rejects.toMatchObject({ code: 'document-collected' })
  })

  it('needs no phone: a number and a card are enough, and a power of attorney must be a paper of the holder', async () => {
    const { documents, vault } = await openDocuments()
    const { number } = await documents.issue(issueOf())
    expect((await documents.pickup.look(number.toLowerCase(), officer)).number).toBe(number)
    const put = { region: 'kukar', kind: 'surat-kuasa', type: 'application/pdf', pages: 1, bytes: new Uint8Array([1]) } as const
    const strange = await vault.put({ ...put, owner: 'c2' })
    const own = await vault.put({ ...put, owner: 'c1' })
    const proxy = (authority: string) =>
      ({ lane: 'mini-mall', shown: { kind: 'proxy', nikMasked: '6402••••••••0099', authority } }) as const
    for (const paper of [strange.id, 'nothing'])
      await expect(documents.pickup.handOver(number, officer, proxy(paper))).rejects.toMatchObject({ code: 'pickup-authority' })
    const done = await documents.pickup.handOver(number, officer, proxy(own.id))
    expect(done.handedOver?.collector).toEqual({ kind: 'proxy', nikMasked: '6402••••••••0099', authority: own.id })
  })

  it('is not for officers of another region or agency', async () => {
    const { documents } = await openDocuments()
    const { number } = await documents.issue(issueOf())
    for (const other of [{ region: 'jabar' }, { agency: 'pajak' }])
      await expect(documents.pickup.look(number, { ...officer, ...other })).rejects.toMatchObject({ code: 'document-unknown' })
    expect((await documents.pickup.look(number, { ...officer, region: null, agency: null })).number).toBe(number)
  })

  it('prints at a kiosk of the region with code and PIN, counts it, and remembers wrong PINs over a new start', async () => {
    const { documents, collected, papers, clock } = await openDocuments()
    const { id, paper } = await documents.issue(issueOf())
    const code = await documents.pickup.makeCode('c1', id)
    await documents.pickup.setPin('c1', id, '482915')
    await expect(documents.pickup.print('jabar', code, '482915')).rejects.toMatchObject({ code: 'pickup-code' })
    await expect(documents.pickup.print('kukar', code, '000111')).rejects.toMatchObject({ code: 'pin-wrong', details: { left: 4 } })
    await expect(documents.pickup.print('kukar', code, '000111')).rejects.toMatchObject({ code: 'pin-wrong', details: { left: 3 } })
    const printed = await documents.pickup.print('kukar', code, '482915')
    const opened = await documents.pickup.openPrint(printed.token)
    expect(sha256(opened.bytes)).toBe(sha256(papers.get(paper)?.bytes ?? ''))
    const [of, until, seal] = printed.token.split('.')
    for (const token of ['', `${of}.${Number(until) + 1}.${seal}`, `other.${until}.${seal}`])
      await expect(documents.pickup.openPrint(token)).rejects.toMatchObject({ code: 'pickup-code' })
    clock.nowMs += 3 * 60_000
    await expect(documents.pickup.openPrint(printed.token)).rejects.toMatchObject({ code: 'pickup-code' })
    expect([printed.document.prints, collected]).toEqual([1, ['case-1 self-print']])
    await expect(documents.pickup.print('kukar', code, '482915')).rejects.toMatchObject({ code: 'pickup-code' })
  })

  it('tells a case again when it could not hear of it', async () => {
    const { documents, collected, failing, clock } = await openDocuments()
    const { number } = await documents.issue(issueOf())
    failing.next = new Error('cut')
    await documents.pickup.handOver(number, officer, { lane: 'desk', shown: holder })
    failing.next = null
    await documents.pickup.tend()
    expect(collected).toEqual([])
    clock.nowMs += 61_000
    await documents.pickup.tend()
    await documents.pickup.tend()
    expect(collected).toEqual(['case-1 desk'])
  })

  it('shows the citizen who looked and who handed it over, and not their own download', async () => {
    const { documents, audit, collected } = await openDocuments()
    const { id, number } = await documents.issue(issueOf({ kind: 'digital' }))
    await documents.pickup.look(number, officer)
    await documents.pickup.open(id, { role: 'citizen', id: 'c1', agency: null }, 'mengunduh dokumen')
    await documents.pickup.downloaded(id)
    await documents.pickup.handOver(number, officer, { lane: 'desk', shown: holder })
    expect((await audit.accessesOf('c1')).map(({ act }) => act)).toEqual(['document.handed-over', 'document.looked-up', 'document.issued'])
    expect(collected).toEqual(['case-1 download', 'case-1 desk'])
  })
})
