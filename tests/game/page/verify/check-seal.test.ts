import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkLetter, statementText, type DocumentStatement } from '../../../../game/case/index.ts'
import { checkSeal } from '../../../../game/page/verify/check/check-seal.ts'
import { hashFile } from '../../../../game/page/verify/check/hash-file.ts'

const subtle = webcrypto.subtle as unknown as SubtleCrypto
const body = '7QF32MKXAB9'
const code = body + checkLetter(body)
const statement: DocumentStatement = {
  format: 'balai-document-1',
  code,
  number: 'DOK-260302-7QF32M',
  region: 'kukar',
  agency: 'disdukcapil',
  service: 'kk-baru',
  title: 'Kartu Keluarga',
  holder: null,
  issuedOn: '2026-03-02',
  content: 'aa',
  pdf: 'bb',
}
const pair = generateKeyPairSync('ed25519')
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(12).toString('base64url')
const signature = sign(null, Buffer.from(statementText(statement)), pair.privateKey).toString('base64url')
const seal = { statement, key: 'k', signature }

describe('the seal on the page', () => {
  it('is calculated here, and breaks with any change', async () => {
    expect(await checkSeal({ code, seal, publicKey }, subtle)).toBe('here')
    for (const name of Object.keys(statement) as (keyof DocumentStatement)[]) {
      if (name === 'code') continue
      const changed = { ...seal, statement: { ...statement, [name]: 'other' } }
      expect(await checkSeal({ code, seal: changed, publicKey }, subtle)).toBe('broken')
    }
    const turned = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`
    expect(await checkSeal({ code, seal: { ...seal, signature: turned }, publicKey }, subtle)).toBe('broken')
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(12).toString('base64url')
    expect(await checkSeal({ code, seal, publicKey: other }, subtle)).toBe('broken')
    expect(await checkSeal({ code, seal, publicKey: null }, subtle)).toBe('broken')
    await expect(checkSeal({ code, seal, publicKey: 'AAAA' }, subtle)).rejects.toThrow()
  })

  it('belongs to its own code, also in a browser that cannot calculate it', async () => {
    expect(await checkSeal({ code: 'AAAA', seal, publicKey }, subtle)).toBe('broken')
    expect(await checkSeal({ code: 'AAAA', seal, publicKey }, undefined)).toBe('broken')
    expect(await checkSeal({ code, seal, publicKey }, undefined)).toBe('server')
    const old = { importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')) } as unknown as SubtleCrypto
    expect(await checkSeal({ code, seal, publicKey }, old)).toBe('server')
  })
})

it('the hash of a file is that of its bytes', async () => {
  const bytes = Buffer.from('%PDF-1.7 …')
  expect(await hashFile(new Blob([bytes]), subtle)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
