import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAudit } from '../../server/audit/index.ts'
import { createDocuments, openDocumentKeys, type Documents } from '../../server/documents/index.ts'
import { openPapers } from '../../server/papers/index.ts'
import { openMemoryStore, type Store } from '../../server/store/index.ts'
import type { AuditDay } from '../../game/case/index.ts'

/** A document with the bytes of its PDF. */
export type Issued = { readonly id: string; readonly code: string; readonly number: string; readonly bytes: Uint8Array }
export type Office = {
  readonly documents: Documents
  readonly store: Store
  readonly issued: readonly Issued[]
  readonly days: readonly AuditDay[]
}

/** Nine in the morning of 2 March 2026 in WITA. */
const t0 = Date.UTC(2026, 2, 2, 1)
const hourMs = 3_600_000
const secret = new Uint8Array(32).fill(11)

/**
 * Issues documents over three days as a server does, with a vault on the disk, and takes what came of it: PDFs, seals in the store, the audit's days.
 * The folder is removed after `use`.
 */
export async function withOffice<Result>(count: number, use: (office: Office) => Promise<Result>): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-alterations-'))
  const store = openMemoryStore()
  let nowMs = t0
  const clock = (): number => nowMs
  const audit = createAudit({ store, offsetOf: () => 480 })
  const config = { mostMb: 8, unusedDays: 30, clamd: null, s3: null }
  const papers = await openPapers({ config, store, audit, secret, dataDir, clock })
  try {
    const names = { region: 'Kutai Kartanegara', province: 'Kalimantan Timur', agency: 'Disdukcapil', utcOffsetMinutes: 480, isDemo: true }
    const documents = createDocuments({
      store,
      papers: papers.vault,
      audit,
      keys: await openDocumentKeys({ dataDir, store, clock }),
      secret,
      clock,
      origin: 'https://mpp.example.go.id',
      signer: null,
      placeOf: () => names,
      log: () => undefined,
    })
    const issued: Issued[] = []
    for (let index = 0; index < count; index++) {
      nowMs += Math.round((60 * hourMs) / count)
      const lines = [
        { label: 'Nama', text: `Warga Nomor ${index}` },
        { label: 'Alamat', text: `Jalan Mawar ${index}, Tenggarong` },
      ]
      const place = { region: 'kukar', agency: 'disdukcapil', service: 'pindah' }
      const text = { title: index % 2 === 0 ? 'Surat Keterangan Pindah' : 'Akta Kelahiran', lines }
      const { id, code, number } = await documents.issue({
        case: `case-${index}`,
        citizen: `citizen-${index}`,
        ...place,
        text,
        atMs: nowMs,
      })
      const { bytes } = await documents.pickup.open(id, { role: 'officer', id: 'o1', agency: 'disdukcapil' }, 'memeriksa')
      issued.push({ id, code, number, bytes })
    }
    const days = await Promise.all((await audit.daysOf('kukar')).map((day) => audit.exportDay('kukar', day)))
    return await use({ documents, store, issued, days: days.filter((day) => day !== null) })
  } finally {
    await papers.close()
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
