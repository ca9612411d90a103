import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  checkLetter,
  codeAlphabet,
  contentText,
  holderInitials,
  isVerifyCode,
  plainCode,
  signatureNotice,
  spacedCode,
  statementText,
  verdictOf,
  verifyCodeLength,
  type DocumentStatement,
} from '../../../../game/case/index.ts'

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
  holder: 'B. S.',
  issuedOn: '2026-03-02',
  content: 'aa',
  pdf: 'bb',
}
const lines = [
  { label: 'Nomor', text: '6402' },
  { label: 'Nama lengkap', text: 'Budi Santoso' },
  { label: 'Alamat', text: 'Jalan Mawar 5' },
]

test('D15: any change of the statement changes the text that is signed, the order of its fields does not', () => {
  for (const name of Object.keys(statement)) {
    const changed = { ...statement, [name]: 'other' } as unknown as DocumentStatement
    expect(statementText(changed)).not.toBe(statementText(statement))
  }
  expect(statementText({ ...statement, holder: null })).not.toBe(statementText(statement))
  const turned = Object.fromEntries(Object.entries(statement).reverse()) as unknown as DocumentStatement
  expect(statementText(turned)).toBe(statementText(statement))
})

test('D16: without a seal, with a bad signature or under another code it is not genuine; else it is what its state says', () => {
  const seal = { statement, key: 'k1', signature: 's' }
  for (const state of ['active', 'superseded', 'revoked'] as const) {
    expect(verdictOf({ code, seal, isSigned: true, state })).toBe(state)
    expect(verdictOf({ code, seal, isSigned: false, state })).toBe('not-genuine')
    expect(verdictOf({ code, seal: null, isSigned: true, state })).toBe('not-genuine')
    expect(verdictOf({ code: `${code.slice(0, -1)}X`, seal, isSigned: true, state })).toBe('not-genuine')
  }
  expect(verdictOf({ code, seal, isSigned: true, state: null })).toBe('not-genuine')
})

test('D17: the hash of what is written changes with the nonce and with any word', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const text = { title: 'Kartu Keluarga', lines }
  const plain = hash(contentText(text, 'nonce-1'))
  expect(hash(contentText(text, 'nonce-2'))).not.toBe(plain)
  expect(hash(contentText({ ...text, lines: lines.slice(1) }, 'nonce-1'))).not.toBe(plain)
  expect(hash(contentText({ ...text, title: 'Akta' }, 'nonce-1'))).not.toBe(plain)
  expect(hash(contentText(text, 'nonce-1'))).toBe(plain)
})

test('D18: one wrong letter anywhere is noticed, and neighbours that were swapped; case, spaces and hyphens do not matter', () => {
  expect(isVerifyCode(code)).toBe(true)
  let tried = 0
  for (let at = 0; at < verifyCodeLength; at++) {
    for (const letter of codeAlphabet) {
      if (letter === code[at]) continue
      tried++
      expect(isVerifyCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe(false)
    }
  }
  expect(tried).toBe(12 * 29)
  for (let at = 0; at + 1 < verifyCodeLength; at++)
    expect(isVerifyCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).toBe(code[at] === code[at + 1])
  expect(isVerifyCode(code.slice(1))).toBe(false)
  expect(isVerifyCode(`${code}2`)).toBe(false)
  expect(isVerifyCode(code.replace('7', '0'))).toBe(false)
  expect(isVerifyCode(plainCode(spacedCode(code).toLowerCase().replace(' ', '-')))).toBe(true)
  expect(spacedCode(code)).toBe(`7QF3 2MKX AB9${code.at(-1)}`)
  expect(() => checkLetter('O')).toThrow(TypeError)
})

test('D19: of a name the initials are left, of anything else nothing', () => {
  expect(holderInitials(lines)).toBe('B. S.')
  expect(holderInitials([{ label: 'Nama', text: 'siti nur-aini binti abdul karim wahid' }])).toBe('S. N. A. B.')
  expect(holderInitials([{ label: 'Nama Usaha', text: 'Warung Budi' }, lines[2]])).toBeNull()
  expect(holderInitials([{ label: 'Nama', text: '6402011503900001' }])).toBeNull()
  expect(holderInitials([])).toBeNull()
})

test('D20: without a provider it says that it carries no certified signature, and never that it is signed', () => {
  const none = signatureNotice(null)
  expect(none.id).toMatch(/TIDAK memuat tanda tangan elektronik tersertifikasi/)
  expect(none.en).toMatch(/NO certified electronic signature/)
  expect(none.id).not.toMatch(/ditandatangani/i)
  expect(none.en).not.toMatch(/signed electronically/i)
  const certified = signatureNotice('BSrE')
  expect(certified.id).toMatch(/ditandatangani secara elektronik.*BSrE/)
  expect(certified.en).toMatch(/signed electronically.*BSrE/)
})
