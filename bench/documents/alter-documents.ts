import { webcrypto } from 'node:crypto'
import type { Rng } from '@balai/engine/core'
import { codeAlphabet, statementText, verdictOf, type DocumentSeal, type DocumentStatement } from '../../game/case/index.ts'
import { checkSeal } from '../../game/page/verify/check/check-seal.ts'
import { hashFile } from '../../game/page/verify/check/hash-file.ts'
import type { Issued, Office } from './issue-documents.ts'

/** What was altered, and whether the product noticed. */
export type Trial = { readonly how: string; readonly isSeen: boolean }

const subtle = webcrypto.subtle as unknown as SubtleCrypto
const blob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)])

/** What a stranger with the PDF and its code learns of altered bytes. */
export async function alterPdf({ documents }: Office, issued: Issued, rng: Rng): Promise<Trial[]> {
  const { seal } = await documents.verify(issued.code)
  const { bytes } = issued
  const at = Math.floor(rng() * bytes.length)
  const flipped = (place: number, mask: number): Uint8Array => bytes.with(place, bytes[place] ^ mask)
  const text = Buffer.from(bytes).toString('latin1')
  const altered: readonly (readonly [string, Uint8Array])[] = [
    ['one bit', flipped(at, 1 << Math.floor(rng() * 8))],
    ['the first byte', flipped(0, 1)],
    ['the last byte', flipped(bytes.length - 1, 0x20)],
    ['a byte left out', Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])],
    ['a byte added', Buffer.concat([bytes, Buffer.from('\n')])],
    ['the end cut off', bytes.subarray(0, bytes.length - 1 - Math.floor(rng() * 400))],
    ['an update appended, as editors do', Buffer.concat([bytes, Buffer.from('\n1 0 obj\n<<>>\nendobj\n%%EOF\n')])],
    ['another producer', Buffer.from(text.replace('/Producer', '/Creatorz'), 'latin1')],
    ['nothing left', new Uint8Array()],
  ]
  return Promise.all(
    altered.map(async ([how, other]) => ({ how: `PDF: ${how}`, isSeen: (await hashFile(blob(other), subtle)) !== seal?.statement.pdf })),
  )
}

/** What a scan of an altered QR code or a mistyped code tells. `other`: a genuine document of somebody else. */
export async function alterCode({ documents }: Office, issued: Issued, other: Issued, rng: Rng): Promise<Trial[]> {
  const { code, number } = issued
  const at = Math.floor(rng() * code.length)
  const letter = codeAlphabet[Math.floor(rng() * codeAlphabet.length)]
  const swapped = code[at] + code[(at + 1) % code.length]
  const codes: readonly (readonly [string, string])[] = [
    ['a letter', code.slice(0, at) + (letter === code[at] ? (letter === '2' ? '3' : '2') : letter) + code.slice(at + 1)],
    ['two neighbours swapped', code.slice(0, at) + [...swapped].reverse().join('') + code.slice(at + 2)],
    ['a letter left out', code.slice(0, at) + code.slice(at + 1)],
    ['a letter twice', code.slice(0, at) + code[at] + code.slice(at)],
    ['all letters drawn anew', Array.from(code, () => codeAlphabet[Math.floor(rng() * codeAlphabet.length)]).join('')],
    ['an address after it', `${code}/../x`],
    ['nothing', ''],
    ["another document's", other.code],
  ]
  return Promise.all(
    codes
      .filter(([, altered]) => altered !== code)
      .map(async ([how, altered]) => {
        const { verdict, seal } = await documents.verify(altered)
        // A genuine code on a false paper shows what the paper must say: another number.
        return { how: `code: ${how}`, isSeen: verdict === 'not-genuine' || (seal !== null && seal.statement.number !== number) }
      }),
  )
}

/** What page and server say of an altered seal. */
export async function alterSeal({ documents, store }: Office, issued: Issued, other: Issued): Promise<Trial[]> {
  const { code } = issued
  const found = await documents.verify(code)
  const strange = await documents.verify(other.code)
  const { seal, publicKey } = found
  if (seal === null || strange.seal === null) throw new Error(`the document ${issued.number} has no seal`)
  const statements = (Object.keys(seal.statement) as (keyof DocumentStatement)[]).map(
    (name) =>
      [`${name} of the statement`, { ...seal, statement: { ...seal.statement, [name]: `${seal.statement[name] ?? ''}x` } }] as const,
  )
  const altered: readonly (readonly [string, DocumentSeal])[] = [
    ...statements,
    ['the signature', { ...seal, signature: `${seal.signature[0] === 'A' ? 'B' : 'A'}${seal.signature.slice(1)}` }],
    ['no signature', { ...seal, signature: '' }],
    ["another document's signature", { ...seal, signature: strange.seal.signature }],
    ["another document's seal", strange.seal],
  ]
  const trials: Trial[] = []
  for (const [how, one] of altered) {
    const onPage = await checkSeal({ code, seal: one, publicKey }, subtle).catch(() => 'broken' as const)
    trials.push({ how: `seal on the page: ${how}`, isSeen: onPage === 'broken' })
    trials.push({ how: `seal in the store: ${how}`, isSeen: (await verdictOfRow({ documents, store }, issued, one)) === 'not-genuine' })
  }
  const unsigned = { ...seal, key: `${seal.key}x` }
  trials.push({
    how: 'seal in the store: another key',
    isSeen: (await verdictOfRow({ documents, store }, issued, unsigned)) === 'not-genuine',
  })
  return trials
}

/** What the server says when somebody has altered the row of a document; the row is put back. */
async function verdictOfRow(
  { documents, store }: Pick<Office, 'documents' | 'store'>,
  { id, code }: Issued,
  seal: DocumentSeal,
): Promise<string> {
  const row = await store.findRecord('document', id)
  if (row === null) throw new Error(`the store has no row of ${id}`)
  await store.putRecord({ ...row, data: { ...(row.data as object), seal } })
  const { verdict } = await documents.verify(code)
  await store.putRecord(row)
  return verdict
}

/** Whether an unaltered document is what it is on the page and on the server. */
export async function isHonestGood({ documents }: Office, { code, number, bytes }: Issued): Promise<boolean> {
  const { seal, publicKey, verdict } = await documents.verify(code.toLowerCase())
  if (seal === null || statementText(seal.statement) === '') return false
  const onPage = await checkSeal({ code, seal, publicKey }, subtle)
  const isSame = (await hashFile(blob(bytes), subtle)) === seal.statement.pdf
  return (
    onPage === 'here' &&
    isSame &&
    seal.statement.number === number &&
    verdictOf({ code, seal, isSigned: true, state: 'active' }) === verdict
  )
}
