import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAudit } from '../../../server/audit/index.ts'
import { createDocuments, openDocumentKeys, type DocumentService, type SignatureProvider } from '../../../server/documents/index.ts'
import { openMemoryStore, type CitizenRow, type OfficerRow } from '../../../server/store/index.ts'
import { memoryVault } from './memory-vault.ts'

/** Nine in the morning of 2 March 2026 in WITA. */
export const t0 = Date.UTC(2026, 2, 2, 1)
export const officer: OfficerRow = {
  id: 'officer-1',
  username: 'o',
  name: 'O',
  passwordHash: null,
  issuer: null,
  subject: null,
  region: 'kukar',
  agency: 'disdukcapil',
  createdAtMs: 0,
}
const citizen = (id: string, end: string): CitizenRow => ({
  id,
  nikHash: id,
  nikMasked: `6402••••••••${end}`,
  phone: `+62811${end}`,
  isVerified: true,
  verifiedBy: null,
  verifiedAtMs: null,
  createdAtMs: 0,
})

/** A document service over a memory store, with two citizens `c1` (NIK …0007) and `c2`. */
export async function openDocuments(options: { signer?: SignatureProvider; dataDir?: string } = {}) {
  const store = openMemoryStore()
  const clock = Object.assign(() => clock.nowMs, { nowMs: t0 })
  const audit = createAudit({ store, offsetOf: () => 480 })
  const { vault, papers } = memoryVault(audit, clock)
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'balai-documents-'))
  const keys = await openDocumentKeys({ dataDir, store, clock })
  const collected: string[] = []
  const failing = { next: null as Error | null }
  const documents = createDocuments({
    store,
    papers: vault,
    audit,
    keys,
    secret: new Uint8Array(32).fill(7),
    clock,
    origin: 'https://mpp.test',
    signer: options.signer ?? null,
    placeOf: () => ({
      region: 'Kabupaten Kutai Kartanegara',
      province: 'Kalimantan Timur',
      agency: 'Dinas Kependudukan dan Pencatatan Sipil',
      utcOffsetMinutes: 480,
      isDemo: true,
    }),
    log: () => undefined,
  })
  documents.pickup.onCollected(async (caseId, how) => {
    if (failing.next !== null) throw failing.next
    collected.push(`${caseId} ${how}`)
  })
  await store.bindCitizen(citizen('c1', '0007'))
  await store.bindCitizen(citizen('c2', '0008'))
  return { store, clock, audit, vault, papers, dataDir, keys, documents, collected, failing }
}

export type IssueInput = Parameters<DocumentService['issue']>[0]
export function issueOf(more: Partial<IssueInput> = {}): IssueInput {
  return {
    case: 'case-1',
    citizen: 'c1',
    region: 'kukar',
    agency: 'disdukcapil',
    service: 'pindah',
    text: {
      title: 'Surat Keterangan Pindah',
      lines: [
        { label: 'Nama', text: 'Budi Santoso' },
        { label: 'Alamat', text: 'Jalan Mawar 5' },
      ],
    },
    atMs: t0,
    ...more,
  }
}
