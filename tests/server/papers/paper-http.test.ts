import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterEach, describe, expect, test } from 'vitest'
import { jpegSample, pdfSample } from '../../../bench/papers/paper-samples.ts'
import { paperRefusals, paperUploadPath } from '../../../game/api/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { niks } from '../http/harness.ts'
import { openPaperServer, type PaperServer } from './open-paper-server.ts'
import { eicar, startSmallClamd } from './small-clamd.ts'
import { createTusClient } from './tus-upload.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
let server: PaperServer
afterEach(() => server.close())

describe('papers over HTTP', () => {
  test('a photograph is sent, accepted, listed and opened by its owner alone', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const other = await server.signInCitizen(niks[1], '081234567891')
    const tus = createTusClient(server.origin, cookie)
    const photo = jpegSample()
    const upload = await tus.upload(photo)
    const body = { upload, kind: 'kk', region: 'kukar', expiresOn: null }
    const foreign = await server.call('POST', '/api/papers', { cookie: other, body })
    expect([foreign.status, foreign.json.error.code]).toEqual([404, 'unknown-upload'])
    const made = await server.call('POST', '/api/papers', { cookie, body })
    expect([made.status, made.json.type, made.json.sentSha256, made.json.scan]).toEqual([201, 'image/jpeg', sha256(photo), 'not-scanned'])
    expect((await server.call('POST', '/api/papers', { cookie, body })).json).toEqual(made.json)
    const mine = await server.call('GET', '/api/papers', { cookie })
    expect(mine.json.papers).toEqual([made.json])
    const file = await fetch(`${server.origin}/api/papers/${made.json.id}/file`, { headers: { cookie } })
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(sha256(bytes)).toBe(made.json.sha256)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="kk.jpg"')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(server.audited.map(({ act, by, about }) => [act, by.role, about.id])).toEqual([['paper.opened', 'citizen', made.json.id]])
    expect((await server.call('GET', `/api/papers/${made.json.id}/file`, { cookie: other })).status).toBe(404)
  })

  test('an upload goes on where the line broke, byte for byte', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const pdf = pdfSample({ pages: 3, imageBytes: 50_000 })
    const { location } = await tus.create(pdf.length)
    let offset = 0
    for (const cut of [1, 17, 4096, 100_001]) offset = (await tus.send(location, offset, pdf.subarray(offset, cut))).offset
    expect(await tus.offset(location)).toEqual({ status: 200, offset: 100_001 })
    const upload = location.slice(location.lastIndexOf('/') + 1)
    const early = await server.call('POST', '/api/papers', { cookie, body: { upload, kind: 'kk', region: 'kukar', expiresOn: null } })
    expect([early.status, early.json.error.details]).toEqual([409, { received: 100_001, expected: pdf.length }])
    expect((await tus.send(location, offset, pdf.subarray(offset))).status).toBe(204)
    const made = await server.call('POST', '/api/papers', {
      cookie,
      body: { upload, kind: 'kk', region: 'kukar', expiresOn: '2030-01-31' },
    })
    expect([made.status, made.json.pages, made.json.sentSha256, made.json.expiresOn]).toEqual([201, 3, sha256(pdf), '2030-01-31'])
  })

  test('the client that pages use is understood: in pieces, stopped, and gone on with', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const pdf = pdfSample({ pages: 2, imageBytes: 100_000 })
    const shared = {
      endpoint: `${server.origin}${paperUploadPath}`,
      headers: { cookie },
      chunkSize: 50_000,
      metadata: { filename: 'KTP.pdf' },
    }
    const address = await new Promise<string | null>((resolve, reject) => {
      const upload = new Upload(Buffer.from(pdf), {
        ...shared,
        onError: reject,
        onChunkComplete(_bytes, sent) {
          if (sent >= 100_000) void upload.abort().then(() => resolve(upload.url), reject)
        },
      })
      upload.start()
    })
    await new Promise<void>((resolve, reject) => {
      new Upload(Buffer.from(pdf), { ...shared, uploadUrl: address ?? '', onError: reject, onSuccess: () => resolve() }).start()
    })
    const made = await accept(String(address).split('/').pop() ?? '', cookie)
    expect([made.status, made.json.sentSha256, made.json.pages]).toEqual([201, sha256(pdf), 2])
  })

  test('strangers and other citizens find no upload and no paper', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const other = await server.signInCitizen(niks[1], '081234567891')
    const officer = await server.signInOfficer()
    const photo = jpegSample()
    const { location } = await createTusClient(server.origin, cookie).create(photo.length)
    for (const [who, status] of [
      ['', 401],
      [other, 404],
      [officer, 403],
    ] as const) {
      const tus = createTusClient(server.origin, who)
      expect((await tus.offset(location)).status).toBe(status)
      expect((await tus.send(location, 0, photo)).status).toBe(status)
      expect(await tus.remove(location)).toBe(status)
      if (who !== other) expect((await tus.create(10)).status).toBe(status)
    }
    const own = createTusClient(server.origin, cookie)
    expect(await own.offset(location)).toEqual({ status: 200, offset: 0 })
    await own.send(location, 0, photo)
    const paper = await accept(location.slice(location.lastIndexOf('/') + 1), cookie)
    for (const [who, status] of [
      [undefined, 401],
      [other, 404],
      [officer, 403],
    ] as const) {
      expect((await server.call('GET', `/api/papers/${paper.json.id}/file`, { cookie: who })).status).toBe(status)
      expect((await server.call('DELETE', `/api/papers/${paper.json.id}`, { cookie: who })).status).toBe(status)
    }
    expect((await server.call('GET', '/api/papers', { cookie: other })).json.papers).toEqual([])
    expect((await server.call('GET', '/api/papers')).status).toBe(401)
    expect(server.audited).toEqual([])
  })

  test('an officer opens the papers of a case in hand, and no others; each opening is written down', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const [one, two] = [
      await accept(await tus.upload(jpegSample()), cookie),
      await accept(await tus.upload(jpegSample({ seed: 2 })), cookie),
    ]
    const officer = await server.signInOfficer()
    const open = (caseId: string, paper: string) =>
      server.call('GET', `/api/officer/cases/${caseId}/papers/${paper}/file`, { cookie: officer })
    await server.vault.use(one.json.id, 'case-1')
    await server.vault.use(two.json.id, 'case-2')
    expect((await open('case-1', one.json.id)).status).toBe(403)
    server.inHand.add('case-1')
    const shown = await open('case-1', one.json.id)
    expect([shown.status, shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
      200,
      'image/jpeg',
      'attachment; filename="kk.jpg"',
    ])
    expect((await open('case-1', two.json.id)).status).toBe(404)
    expect((await open('case-2', two.json.id)).status).toBe(403)
    expect((await server.call('GET', `/api/officer/cases/case-1/papers/${one.json.id}/file`, { cookie })).status).toBe(403)
    expect(server.audited.map(({ act, by, citizen, about }) => [act, by.role, citizen === null, about.id])).toEqual([
      ['paper.opened', 'officer', false, one.json.id],
    ])
  })

  test('what no paper is stays refused, in the language of who asks, and leaves no bytes', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const upload = await createTusClient(server.origin, cookie).upload(Buffer.from('<svg onload="alert(1)">'))
    const ask = (language: string) =>
      server.call('POST', '/api/papers', {
        cookie,
        body: { upload, kind: 'kk', region: 'kukar', expiresOn: null },
        headers: { 'accept-language': language },
      })
    const [first, again] = [await ask('id'), await ask('en')]
    expect([first.status, first.json.error.code, first.json.error.message]).toEqual([422, 'paper-type', paperRefusals['paper-type'].id])
    expect([again.status, again.json.error.message]).toEqual([422, paperRefusals['paper-type'].en])
    expect(await readdir(join(server.dataDir, 'uploads'))).toEqual([])
  })

  test('a name and a type that are claimed are not kept, and what has arrived lies encrypted', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const photo = jpegSample()
    const { location } = await tus.create(photo.length, {
      'upload-metadata': `filename ${Buffer.from('../../KTP Budi.jpg').toString('base64')}`,
    })
    await tus.send(location, 0, photo.subarray(0, 500))
    const folder = join(server.dataDir, 'uploads')
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    expect(texts).toHaveLength(2)
    for (const text of texts) {
      expect(text.includes(Buffer.from(photo.subarray(20, 40)))).toBe(false)
      expect(text.toString('latin1')).not.toMatch(/Budi|S1RQ|filename/)
    }
  })

  test('uploads are bounded in size and number, and said so before anything is sent', async () => {
    server = await openPaperServer({ config: { mostMb: 1 } })
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const large = await tus.create(1024 * 1024 + 1)
    expect([large.status, JSON.parse(large.text).error.code]).toEqual([413, 'paper-too-large'])
    expect((await server.call('GET', '/api/papers', { cookie })).json.limits).toEqual({
      mostBytes: 1024 * 1024,
      mostPages: 40,
      mostMegapixels: 16,
    })
    expect((await tus.create(10, { 'upload-length': 'x' })).status).toBe(400)
    expect((await tus.create(10, { 'content-type': 'application/offset+octet-stream' })).status).toBe(400)
    expect((await tus.create(10, { 'tus-resumable': '0.2.0' })).status).toBe(400)
    const open = await Promise.all(Array.from({ length: 24 }, () => tus.create(100)))
    expect(open.filter(({ status }) => status === 201)).toHaveLength(20)
    const refused = open.find(({ status }) => status !== 201)
    expect([refused?.status, JSON.parse(refused?.text ?? '').error.code]).toEqual([429, 'upload-quota'])
    const more = await tus.send(open[0].location, 0, new Uint8Array(101))
    expect(more.status).toBe(413)
    expect(await tus.remove(open[0].location)).toBe(204)
    expect((await tus.create(100)).status).toBe(201)
  })

  test('an upload that is not finished in two days is over', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const { location } = await tus.create(1000)
    await tus.send(location, 0, new Uint8Array(400))
    const whole = await tus.upload(jpegSample())
    await accept(whole, cookie)
    server.clock.nowMs += 2 * 86_400_000 - 1000
    expect(await server.uploads.expire()).toBe(0)
    server.clock.nowMs += 2000
    expect(await server.uploads.expire()).toBe(2)
    expect(await readdir(join(server.dataDir, 'uploads'))).toEqual([])
    expect((await server.store.recordsOf('upload', '')).length).toBe(0)
  })

  test('an upload and its paper go on in a server that is started again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'balai-papers-'))
    const store = openMemoryStore()
    const photo = jpegSample({ width: 300, height: 200 })
    server = await openPaperServer({ dataDir, store })
    const cookie = await server.signInCitizen(niks[0])
    const { location } = await createTusClient(server.origin, cookie).create(photo.length)
    await createTusClient(server.origin, cookie).send(location, 0, photo.subarray(0, 777))
    await server.close()
    server = await openPaperServer({ dataDir, store })
    const tus = createTusClient(server.origin, cookie)
    expect(await tus.offset(location)).toEqual({ status: 200, offset: 777 })
    expect((await tus.send(location, 777, photo.subarray(777))).status).toBe(204)
    const upload = location.slice(location.lastIndexOf('/') + 1)
    const made = await accept(upload, cookie)
    await server.close()
    server = await openPaperServer({ dataDir, store })
    expect((await accept(upload, cookie)).json).toEqual(made.json)
    expect(made.json.sentSha256).toBe(sha256(photo))
    expect((await server.call('GET', `/api/papers/${made.json.id}/file`, { cookie })).status).toBe(200)
    await rm(dataDir, { recursive: true })
  })

  test('without its scanner nothing is taken, and the same upload is taken when it is back', async () => {
    const clamd = await startSmallClamd()
    const { host, port } = clamd.address as { host: string; port: number }
    server = await openPaperServer({ config: { clamd: `${host}:${port}` } })
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const [upload, infected] = [await tus.upload(jpegSample()), await tus.upload(Buffer.concat([jpegSample(), Buffer.from(eicar)]))]
    const found = await accept(infected, cookie)
    expect([found.status, found.json.error.code, found.json.error.details]).toEqual([422, 'paper-virus', { name: 'Eicar-Test-Signature' }])
    await clamd.close()
    const refused = await accept(upload, cookie)
    expect([refused.status, refused.json.error.code]).toEqual([503, 'scanner-unavailable'])
    const back = await startSmallClamd({ port })
    expect((await accept(upload, cookie)).json.scan).toBe('clean')
    await back.close()
  })

  test('a paper that no case uses can be erased, one that a case uses cannot', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const tus = createTusClient(server.origin, cookie)
    const upload = await tus.upload(jpegSample())
    const [used, free] = [await accept(await tus.upload(jpegSample({ seed: 3 })), cookie), await accept(upload, cookie)]
    await server.vault.use(used.json.id, 'case-1')
    const erase = (id: string) => server.call('DELETE', `/api/papers/${id}`, { cookie })
    expect((await erase(used.json.id)).json.error.code).toBe('paper-in-use')
    expect((await erase(free.json.id)).json).toEqual({ erased: true })
    expect((await erase(free.json.id)).status).toBe(404)
    expect((await server.call('GET', '/api/papers', { cookie })).json.papers.map(({ id }: { id: string }) => id)).toEqual([used.json.id])
    // Its upload is remembered, and does not bring it back.
    expect((await accept(upload, cookie)).json.error.code).toBe('unknown-upload')
  })

  test('kinds that the server writes cannot be sent, and are not listed', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const upload = await createTusClient(server.origin, cookie).upload(jpegSample())
    for (const kind of ['form', 'issued', 'KTP', '../kk', '']) {
      expect((await server.call('POST', '/api/papers', { cookie, body: { upload, kind, region: 'kukar', expiresOn: null } })).status).toBe(
        400,
      )
    }
    expect(
      (await server.call('POST', '/api/papers', { cookie, body: { upload, kind: 'kk', region: 'mars', expiresOn: null } })).status,
    ).toBe(404)
    const [{ owner }] = await server.store.recordsOf('upload', (await server.store.findRecord('upload', upload))?.owner ?? '')
    await server.vault.put({ owner, region: 'kukar', kind: 'form', type: 'application/json', pages: 1, bytes: new Uint8Array(2) })
    expect((await server.call('GET', '/api/papers', { cookie })).json.papers).toEqual([])
  })

  test('the account of every region wraps all keys anew, nobody else', async () => {
    server = await openPaperServer()
    const cookie = await server.signInCitizen(niks[0])
    const paper = await accept(await createTusClient(server.origin, cookie).upload(jpegSample()), cookie)
    expect((await server.call('POST', '/api/admin/paper-keys', { cookie })).status).toBe(403)
    const officer = await server.signInOfficer()
    expect((await server.call('POST', '/api/admin/paper-keys', { cookie: officer })).json).toEqual({ wrapped: 1 })
    expect((await server.call('GET', `/api/papers/${paper.json.id}/file`, { cookie })).status).toBe(200)
  })
})

const accept = (upload: string, cookie: string) =>
  server.call('POST', '/api/papers', { cookie, body: { upload, kind: 'kk', region: 'kukar', expiresOn: null } })
