import { contactId } from '../../game/contact/index.ts'
import type { Audit } from '../audit/index.ts'
import type { Paper, PaperVault } from '../papers/index.ts'
import type { CitizenRow, RecordRow, Store } from '../store/index.ts'
import type { Consents } from './consents.ts'
import type { Holdings } from './holdings.ts'
import type { ZipEntry } from './zip.ts'

/** Nobody is called more often to one counter. */
const mostCalls = 12
const endings: Readonly<Record<Paper['type'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/json': 'json',
}
/** Streams of what happened, by kind of record. */
const streams: Readonly<Record<string, string>> = { case: 'case', complaint: 'complaint', payment: 'payment', document: 'document' }

/**
 * Everything that is held about a citizen, as files: `data.json`, and each paper as it lies in the vault. Opening a paper is written to the audit
 * like any other opening.
 */
export async function exportFiles(
  citizen: CitizenRow,
  options: {
    store: Pick<Store, 'readStream' | 'chatOf'>
    holdings: Holdings
    consents: Consents
    vault: PaperVault
    audit: Pick<Audit, 'accessesOf'>
    clock: () => number
  },
): Promise<ZipEntry[]> {
  const { store, holdings, consents, vault, audit, clock } = options
  const { id, nikMasked, phone, isVerified, verifiedAtMs, createdAtMs } = citizen
  const [records, tickets, agreed, accesses, papers] = await Promise.all([
    holdings.records(id),
    holdings.tickets(id),
    consents.of(id),
    audit.accessesOf(id),
    vault.of(id),
  ])
  const talks: unknown[] = []
  for (const { id: ticket } of tickets) {
    for (let call = 1; call <= mostCalls; call++) {
      const lines = await store.chatOf(contactId(ticket, call))
      if (lines.length > 0) talks.push({ ticket, lines })
    }
  }
  const what = {
    format: 'balai-data-1',
    madeAt: new Date(clock()).toISOString(),
    account: { id, nikMasked, phone, isVerified, verifiedAt: instant(verifiedAtMs), createdAt: instant(createdAtMs) },
    tickets,
    talks,
    consents: agreed,
    records: byKind(records),
    history: await historiesOf(records, store),
    accesses,
    papers,
  }
  const data = new TextEncoder().encode(`${JSON.stringify(what, null, 2)}\n`)
  return [
    { name: 'data.json', atMs: clock(), bytes: async () => data },
    ...papers.map((paper) => ({
      name: `papers/${safe(paper.kind)}-${safe(paper.id)}.${endings[paper.type]}`,
      atMs: paper.createdAtMs,
      bytes: () => read(vault, paper.id, id),
    })),
  ]
}

async function read(vault: PaperVault, paper: string, citizen: string): Promise<Uint8Array> {
  const { body } = await vault.open(paper, { role: 'citizen', id: citizen, agency: null }, 'unduh data saya')
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

async function historiesOf(records: readonly RecordRow[], store: Pick<Store, 'readStream'>): Promise<Record<string, unknown>> {
  const histories: Record<string, unknown> = {}
  for (const { kind, region, id } of records) {
    if (!Object.hasOwn(streams, kind)) continue
    const name = `${streams[kind]}/${region}/${id}`
    const events = await store.readStream(name)
    // Who handled it is told by role and agency in the record of access; ids of officers are theirs.
    if (events.length > 0) histories[name] = events.map(({ type, atMs, data }) => ({ type, at: instant(atMs), ...withoutOfficers(data) }))
  }
  return histories
}

function withoutOfficers(data: unknown): object {
  const { officer: _, among: __, by: ___, ...rest } = data as Record<string, unknown>
  return rest
}

function byKind(records: readonly RecordRow[]): Record<string, unknown[]> {
  const kinds: Record<string, unknown[]> = {}
  for (const { kind, id, region, state, createdAtMs, updatedAtMs, data } of records) {
    const own = kind === 'push' || kind === 'notice-wishes' ? {} : withoutOfficers(data)
    ;(kinds[kind] ??= []).push({ id, region, state, createdAt: instant(createdAtMs), updatedAt: instant(updatedAtMs), ...own })
  }
  return kinds
}

const instant = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString())
/** A name inside the archive, whatever a kind or an id is called. */
const safe = (text: string): string => text.replaceAll(/[^\w-]/g, '_').slice(0, 80)
