import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { jpegSample, pdfSample } from '../../../bench/papers/paper-samples.ts'
import type { Actor } from '../../../server/audit/index.ts'
import { paperRefusal } from '../../../server/papers/paper-refusal.ts'
import { listed } from './blob-contract.ts'
import { dayMs, openTestVault, owner } from './open-test-vault.ts'

const officer: Actor = { role: 'officer', id: 'siti', agency: 'disdukcapil' }
const answers = Buffer.from(JSON.stringify({ nama: 'Budi Santoso', nik: '6402011503900001' }))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const opened: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close()
})
async function open(options: Parameters<typeof openTestVault>[0] = {}) {
  const vault = await openTestVault(options)
  opened.push(vault)
  return vault
}
const form = { ...owner, kind: 'form', type: 'application/json', pages: 1, bytes: answers } as const

describe('the vault', () => {
  test('keeps bytes encrypted, and opens them to what they were', async () => {
    const { vault, folder, store } = await open()
    const paper = await vault.put(form)
    expect(paper).toMatchObject({ ...owner, kind: 'form', bytes: answers.length, sha256: sha256(answers), scan: 'not-scanned' })
    const { body } = await vault.open(paper.id, officer, 'memeriksa')
    expect((await buffer(body)).equals(answers)).toBe(true)
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(names).toHaveLength(1)
    const lying = await readFile(join(names[0].parentPath, names[0].name))
    expect(lying.includes('Budi')).toBe(false)
    const rows = JSON.stringify([
      await store.recordsOf('paper', 'budi'),
      await store.findRecord('paper-key', paper.id),
      await store.settings(''),
    ])
    expect(rows).not.toMatch(/Budi|6402011503900001/)
  })

  test('opens nothing that the audit has not written down first', async () => {
    const { vault, audit } = await open()
    const { id } = await vault.put(form)
    audit.isBroken = true
    await expect(vault.open(id, officer, 'memeriksa')).rejects.toThrow('the audit cannot write')
    audit.isBroken = false
    await vault.open(id, officer, 'memeriksa')
    expect(audit.entries).toEqual([
      {
        atMs: expect.any(Number),
        region: 'kukar',
        act: 'paper.opened',
        by: officer,
        citizen: 'budi',
        about: { kind: 'paper', id },
        why: 'memeriksa',
      },
    ])
  })

  test('does not open a file that was changed, exchanged, or copied from an install with another secret', async () => {
    const first = await open()
    const [one, two] = [await first.vault.put(form), await first.vault.put({ ...form, bytes: randomBytes(500) })]
    const bytesOf = async (id: string): Promise<Buffer> => buffer((await first.blobs.get(id)) ?? Readable.from([]))
    const [sealedOne, sealedTwo] = [await bytesOf(one.id), await bytesOf(two.id)]
    await first.blobs.put(one.id, sealedTwo)
    await expect(buffer((await first.vault.open(one.id, officer, 'a')).body)).rejects.toThrow()
    await first.blobs.put(one.id, Buffer.concat([sealedOne.subarray(0, -1), Buffer.from([sealedOne[sealedOne.length - 1] ^ 1])]))
    await expect(buffer((await first.vault.open(one.id, officer, 'a')).body)).rejects.toThrow()
    const other = await open({ store: first.store, folder: first.folder, secret: new Uint8Array(32).fill(8) })
    await expect(other.vault.open(two.id, officer, 'a')).rejects.toThrow()
    await first.blobs.remove(two.id)
    await expect(first.vault.open(two.id, officer, 'a')).rejects.toThrow(/restore the papers/)
  })

  test('takes what comes from outside only when it is a paper, and says that nobody scanned it', async () => {
    const { vault, folder } = await open()
    const [good, bad] = [join(folder, 'good'), join(folder, 'bad')]
    const photo = jpegSample({ width: 50, height: 30, orientation: 6 })
    await writeFile(good, photo)
    await writeFile(bad, '<svg onload=alert(1)>')
    const paper = await vault.accept({ ...owner, kind: 'kk', expiresOn: '2031-01-01', file: good })
    expect(paper).toMatchObject({ type: 'image/jpeg', pages: 1, scan: 'not-scanned', sentSha256: sha256(photo), expiresOn: '2031-01-01' })
    const kept = await buffer((await vault.open(paper.id, officer, 'a')).body)
    expect([sha256(kept), kept.length]).toEqual([paper.sha256, paper.bytes])
    expect(kept.includes('Exif')).toBe(false)
    await expect(vault.accept({ ...owner, kind: 'kk', expiresOn: null, file: bad })).rejects.toMatchObject({ code: 'paper-type' })
    expect(await vault.of('budi')).toEqual([paper])
    expect(await vault.of('siti')).toEqual([])
  })

  test('keeps nothing that the scanner has not let through', async () => {
    let verdict: 'clean' | 'paper-virus' | 'scanner-unavailable' = 'clean'
    const scanned: number[] = []
    const scanner = {
      async scan(bytes: Uint8Array) {
        scanned.push(bytes.length)
        if (verdict !== 'clean') throw paperRefusal(verdict, { name: 'Test' })
      },
    }
    const { vault, folder } = await open({ scanner })
    const file = join(folder, 'photo')
    const pdf = pdfSample()
    await writeFile(file, pdf)
    const input = { ...owner, kind: 'kk', expiresOn: null, file }
    expect((await vault.accept(input)).scan).toBe('clean')
    for (verdict of ['paper-virus', 'scanner-unavailable'] as const)
      await expect(vault.accept(input)).rejects.toMatchObject({ code: verdict })
    expect(await vault.of('budi')).toHaveLength(1)
    expect(scanned).toEqual([pdf.length, pdf.length, pdf.length])
  })

  test('erased, a paper is gone with its key, and its row says so', async () => {
    const { vault, store, blobs } = await open()
    const paper = await vault.put(form)
    const sealed = await buffer((await blobs.get(paper.id)) ?? Readable.from([]))
    await vault.erase(paper.id)
    expect(await vault.find(paper.id)).toBeNull()
    expect(await vault.of('budi')).toEqual([])
    await expect(vault.open(paper.id, officer, 'a')).rejects.toMatchObject({ code: 'unknown-paper' })
    expect(await store.findRecord('paper-key', paper.id)).toBeNull()
    expect((await store.findRecord('paper', paper.id))?.state).toBe('erased')
    // Whoever has kept a copy of the bytes has nothing.
    await blobs.put(paper.id, sealed)
    await expect(vault.open(paper.id, officer, 'a')).rejects.toMatchObject({ code: 'unknown-paper' })
    await vault.erase(paper.id)
    await vault.erase('never')
  })

  test('with new keys opens every paper, and the old keys open none', async () => {
    const { vault, store, folder, keys } = await open()
    const papers = await Promise.all(Array.from({ length: 5 }, (_, i) => vault.put({ ...form, bytes: Buffer.from(`isi ${i}`) })))
    await vault.erase(papers[4].id)
    const old = await store.findRecord('paper-key', papers[0].id)
    const salt = (await store.settings('paper-key/'))[0]
    expect(await vault.rotateKeys(['kukar', 'kendari'], 'siti')).toBe(4)
    for (const [index, paper] of papers.slice(0, 4).entries()) {
      expect((await buffer((await vault.open(paper.id, officer, 'a')).body)).toString()).toBe(`isi ${index}`)
    }
    expect(() => keys.unwrap(papers[0].id, old?.data as never)).toThrow(/destroyed/)
    expect((salt.value as { salt: string }).salt).not.toBeNull()
    expect((await store.settings('paper-key/')).map(({ value }) => (value as { salt: string | null }).salt === null)).toEqual([true, false])
    const after = await open({ store, folder })
    expect((await buffer((await after.vault.open(papers[1].id, officer, 'a')).body)).toString()).toBe('isi 1')
  })

  test('a paper that a case uses stays; one that nobody used in time ends; one that the server made stays', async () => {
    const { vault, folder, clock, tidy } = await open()
    const file = join(folder, 'photo')
    await writeFile(file, jpegSample())
    const accept = () => vault.accept({ ...owner, kind: 'kk', expiresOn: null, file })
    const [used, unused, made] = [await accept(), await accept(), await vault.put(form)]
    await vault.use(used.id, 'case-1')
    await vault.use(used.id, 'case-2')
    await vault.use(used.id, 'case-1')
    expect([...(await vault.usesOf(used.id))].sort()).toEqual(['case-1', 'case-2'])
    expect(await vault.usesOf(unused.id)).toEqual([])
    await expect(vault.use('never', 'case-1')).rejects.toMatchObject({ code: 'unknown-paper' })
    clock.nowMs += 90 * dayMs - 1000
    expect(await tidy()).toBe(0)
    clock.nowMs += 2000
    expect(await tidy()).toBe(1)
    expect((await vault.of('budi')).map(({ id }) => id).sort()).toEqual([used.id, made.id].sort())
  })

  test('bytes without a paper are removed after a day', async () => {
    const { vault, store, blobs, clock, tidy } = await open()
    const paper = await vault.put(form)
    await blobs.put('orphan', randomBytes(10))
    const key = await store.findRecord('paper-key', paper.id)
    if (key !== null) await store.putRecord({ ...key, id: 'orphan' })
    expect(await tidy()).toBe(0)
    clock.nowMs += dayMs + 60_000
    expect(await tidy()).toBe(1)
    expect(await listed(blobs)).toEqual([paper.id])
    expect(await store.findRecord('paper-key', 'orphan')).toBeNull()
  })
})
