import { createHash, randomBytes } from 'node:crypto'
import { assert } from '@balai/engine/core'
import {
  contentText,
  holderInitials,
  isVerifyCode,
  plainCode,
  signatureNotice,
  statementText,
  verdictOf,
  type DocumentStatement,
} from '../../game/case/index.ts'
import { officeDay } from '../../game/queue/index.ts'
import type { Audit } from '../audit/index.ts'
import { newId, type Log } from '../identity/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { Store } from '../store/index.ts'
import { createDocumentArchive, documentRefusal, type ArchiveStore } from './document-archive.ts'
import { createDocumentCodes } from './document-codes.ts'
import type { DocumentKeys } from './document-keys.ts'
import type { DocumentService, DocumentVerifier, IssuedDocument, PickupDesk } from './document-port.ts'
import { viewOf, type IssueFacts } from './document-rows.ts'
import { makePdf } from './make-pdf.ts'
import { createPickupDesk } from './pickup-desk.ts'
import type { SignatureProvider } from './signature-provider.ts'

export type Documents = DocumentService & DocumentVerifier & { readonly pickup: PickupDesk; readonly keys: DocumentKeys }

/** What a region and an agency are called on paper. */
export type DocumentPlace = {
  readonly region: string
  readonly province: string
  readonly agency: string
  readonly utcOffsetMinutes: number
  /** Whether the catalogue is a demonstration. */
  readonly isDemo: boolean
}
type Issue = Parameters<DocumentService['issue']>[0]

const nonceBytes = 16
const demoWords = {
  id: 'CONTOH dari peragaan: bukan dokumen resmi.',
  en: 'SAMPLE of a demonstration: no official document.',
} as const
const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/**
 * Documents out: issue, seal, verify, hand over. The PDF lies in the paper vault; the store has ids, hashes and the seal.
 * @param options.origin where people open the verification page: `https://mpp.example.go.id`
 * @param options.signer who certifies signatures; null: nobody, and each document says so
 */
export function createDocuments(options: {
  store: ArchiveStore & Pick<Store, 'findCitizen'>
  papers: Pick<PaperVault, 'put' | 'open' | 'erase' | 'find'>
  audit: Pick<Audit, 'write'>
  keys: DocumentKeys
  secret: Uint8Array
  clock: () => number
  origin: string
  signer: SignatureProvider | null
  placeOf: (region: string, agency: string, atMs: number) => DocumentPlace
  log: Log
}): Documents {
  const { store, papers, audit, keys, clock, origin, signer, placeOf } = options
  const codes = createDocumentCodes(options.secret)
  const archive = createDocumentArchive({ store, codes })

  async function issue(input: Issue): Promise<IssuedDocument> {
    const { region, agency, service, citizen, text, atMs, kind = 'self-print' } = input
    const textHash = codes.hashOf('text', contentText(text, input.case))
    const before = await archive.ofCase(region, input.case)
    const same = before.file.documents.find((one) => one.state === 'active' && one.textHash === textHash && one.kind === kind)
    if (same !== undefined) return viewOf(before, same.id)

    const id = newId(atMs)
    const place = placeOf(region, agency, atMs)
    const day = officeDay(atMs, place.utcOffsetMinutes)
    const number = codes.numberOf(id, day)
    const code = codes.verifyCodeOf(id)
    const { bytes, pages } = await print(input, place, { number, code, day })
    const nonce = randomBytes(nonceBytes).toString('base64url')
    const statement: DocumentStatement = {
      format: 'balai-document-1',
      code,
      number,
      region,
      agency,
      service,
      title: text.title,
      holder: holderInitials(text.lines),
      issuedOn: day,
      content: sha256(contentText(text, nonce)),
      pdf: sha256(bytes),
    }
    const seal = { statement, key: keys.current.id, signature: keys.sign(statementText(statement)) }
    const paper = await papers.put({ owner: citizen, region, kind: 'issued', type: 'application/pdf', pages, bytes })
    const facts: IssueFacts = { case: input.case, citizen, region, agency, service, paper: paper.id, nonce, seal }
    const after = await archive.issue({ type: 'issue', atMs, document: id, number, kind, textHash }, facts)
    if (!after.facts.has(id)) {
      // Somebody else issued the same text at this moment: theirs holds, and ours was never shown to anybody.
      await papers.erase(paper.id)
      const first = after.file.documents.find((one) => one.textHash === textHash && one.state === 'active')
      assert(first, 'a text that is not issued twice was issued once')
      return viewOf(after, first.id)
    }
    await write('document.issued', viewOf(after, id), { role: 'system', id: null, agency }, 'dokumen diterbitkan')
    return viewOf(after, id)
  }

  async function print(input: Issue, place: DocumentPlace, named: { number: string; code: string; day: string }) {
    const made = await makePdf({
      ...place,
      ...named,
      text: input.text,
      issuedOn: dayWords(named.day),
      issuedAtMs: input.atMs,
      address: `${origin}/cek/${named.code}`,
      notice: signatureNotice(signer?.name ?? null),
      demo: place.isDemo ? demoWords : null,
    })
    if (signer === null) return made
    return { ...made, bytes: await signer.sign(made.bytes, { number: named.number, region: input.region, agency: input.agency }) }
  }

  function write(act: string, document: IssuedDocument, by: Parameters<Audit['write']>[0]['by'], why: string): Promise<void> {
    const { region, citizen, id } = document
    return audit.write({ atMs: clock(), region, act, by, citizen, about: { kind: 'document', id }, why })
  }

  return {
    issue,
    keys,
    pickup: createPickupDesk({ ...options, archive, codes, write }),
    async revoke(id, reason, byOfficer) {
      const document = await archive.find(id)
      if (document === null) throw documentRefusal('document-unknown')
      const after = await archive.command(document, { type: 'revoke', atMs: clock(), reason, officer: byOfficer })
      await write('document.revoked', document, { role: 'officer', id: byOfficer, agency: document.agency }, reason)
      return viewOf(after, id)
    },
    async find(id) {
      const found = await archive.find(id)
      if (found === null) return null
      const { seal: _seal, ...view } = found
      return view
    },
    async ofCase(id) {
      const region = await archive.regionOfCase(id)
      if (region === null) return []
      const documents = await archive.ofCase(region, id)
      return documents.file.documents.map((one) => viewOf(documents, one.id))
    },
    ofCitizen: archive.ofCitizen,
    async verify(typed) {
      const code = plainCode(typed)
      const nothing = { verdict: 'not-genuine', seal: null, publicKey: null } as const
      if (!isVerifyCode(code)) return { ...nothing, why: 'mistyped' }
      const found = await archive.findBy('verify', code)
      if (found === null) return { ...nothing, why: 'unknown' }
      const { seal, state } = found
      const isSigned = await keys.verify(seal.key, statementText(seal.statement), seal.signature)
      const verdict = verdictOf({ code, seal, isSigned, state })
      if (verdict === 'not-genuine') return { ...nothing, why: 'broken-seal' }
      return { verdict, why: null, seal, publicKey: (await keys.find(seal.key))?.publicKey ?? null }
    },
  }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** "2 Maret 2026". @param day YYYY-MM-DD */
function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[month - 1]} ${year}`
}
