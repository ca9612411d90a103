import { CodedError } from '@balai/engine/core'
import {
  decideComplaint,
  foldComplaint,
  whyNotTheirs,
  type ComplaintCommand,
  type ComplaintState,
  type ComplaintVoice,
  type DueAfter,
  type VoiceOfficer,
} from '../../game/case/index.ts'
import type { Actor, Audit } from '../audit/index.ts'
import { commandStream, type RecordRow, type Store } from '../store/index.ts'
import type { VoiceKeys } from './voice-keys.ts'
import type { ComplaintService, OpenComplaint, Sender } from './voice-port.ts'
import { requireWords, type VoiceWords } from './voice-words.ts'
import { orRefuse } from './or-refuse.ts'

type Served = { readonly officer: string | null; readonly agency: string; readonly citizen: string }
const system: Actor = { role: 'system', id: null, agency: null }
/** In one round; the rest comes in the next. */
const mostTended = 200
const mostListed = 2000

/**
 * @param options.servedBy who served a ticket or case, of whom, as the server knows it; null: there is none of that name
 * @param options.dueAfter by a region's working days
 */
export function createComplaintService(options: {
  readonly store: Pick<Store, 'append' | 'readStream' | 'findRecord' | 'recordsOf' | 'recordsAt' | 'recordsDue'>
  readonly audit: Pick<Audit, 'write'>
  readonly words: VoiceWords
  readonly keys: VoiceKeys
  readonly clock: () => number
  readonly dueAfter: (region: string) => Promise<DueAfter>
  readonly servedBy: (what: 'ticket' | 'case', id: string) => Promise<Served | null>
}): ComplaintService {
  const { store, audit, words, keys, clock, dueAfter, servedBy } = options
  const listeners = new Set<(complaint: ComplaintState) => void>()

  async function command(id: string, region: string, wanted: ComplaintCommand, by: Actor): Promise<ComplaintState> {
    const due = await dueAfter(region)
    const { state, added } = await commandStream(store, {
      stream: `complaint/${id}`,
      fold: foldComplaint,
      decide: (state) => orRefuse(decideComplaint(state, wanted, due)),
      records: complaintRows,
    })
    if (state === null) throw new CodedError('unknown-complaint', `no complaint ${id}`)
    for (const { type } of added) {
      const about = { kind: 'complaint', id }
      const citizen = 'citizen' in state.voice ? state.voice.citizen : null
      await audit.write({ atMs: clock(), region, act: `complaint.${type}`, by, citizen, about, why: state.number })
    }
    if (added.length > 0) for (const listener of listeners) listener(state)
    return state
  }
  async function find(id: string): Promise<ComplaintState> {
    const row = await store.findRecord('complaint', id)
    if (row === null) throw new CodedError('unknown-complaint', `no complaint ${id}`)
    return row.data as ComplaintState
  }
  async function openUp(complaint: ComplaintState, by: Actor, why: string): Promise<OpenComplaint> {
    const opened = await Promise.all(
      complaint.words.map(async ({ from, atMs, level, kept }) => ({ from, atMs, level, text: await words.read(kept, by, why) })),
    )
    return { complaint, words: opened }
  }
  /** The sender's own, by account or by code. To anybody else there is none. */
  async function findOwn(
    id: string | null,
    sender: Sender,
    code: string | null,
  ): Promise<{ complaint: ComplaintState; voice: ComplaintVoice }> {
    const codeHash = code === null ? null : keys.codeHashOf(code)
    const row = codeHash === null ? null : await store.findRecord('complaint-code', codeHash)
    const named = id ?? (row?.data as { complaint: string } | undefined)?.complaint
    const complaint = named === undefined ? null : await find(named)
    if (complaint !== null && 'codeHash' in complaint.voice && complaint.voice.codeHash === codeHash)
      return { complaint, voice: { codeHash } }
    if (complaint !== null && 'citizen' in complaint.voice && complaint.voice.citizen === sender.citizen) {
      return { complaint, voice: complaint.voice }
    }
    throw new CodedError('unknown-complaint', 'no complaint of this sender')
  }
  /** What cannot be seen is not there. */
  async function findFor(officer: VoiceOfficer, id: string): Promise<ComplaintState> {
    const complaint = await find(id)
    if (whyNotTheirs(complaint, officer) !== null) throw new CodedError('unknown-complaint', `complaint ${id} is not this officer's to see`)
    return complaint
  }
  const readFor: ComplaintService['readFor'] = async (officer, id) =>
    openUp(await findFor(officer, id), actorOf(officer), 'menangani pengaduan')

  return {
    async send({ region, agency, kind, text, sender, isAnonymous, ticket, case: caseId, key }) {
      const plain = requireWords(text)
      const isKept = sender.citizen !== null && !isAnonymous
      const id = keys.idOf('complaint', sender.citizen ?? '', key)
      const code = isKept ? null : keys.codeOf(id)
      const by: Actor = isKept ? { role: 'citizen', id: sender.citizen, agency: null } : { role: 'stranger', id: null, agency: null }
      const before = await store.findRecord('complaint', id)
      if (before !== null) return { open: await openUp(before.data as ComplaintState, by, 'membaca pengaduan sendiri'), code }
      const served = await findServed({ ticket, case: caseId, citizen: sender.citizen })
      const kept = await words.keep(plain, { kind: 'complaint', owner: isKept ? (sender.citizen ?? '') : '', region })
      const voice: ComplaintVoice =
        isKept && sender.citizen !== null ? { citizen: sender.citizen } : { codeHash: keys.codeHashOf(code ?? '') }
      const complaint = await command(
        id,
        region,
        {
          type: 'send',
          atMs: clock(),
          id,
          number: keys.numberOf('P', id),
          region,
          agency: served?.agency ?? agency,
          kind,
          voice,
          // A ticket would say whose it is.
          about: isKept ? { ticket, case: caseId } : { ticket: null, case: null },
          against: served?.officer ? [served.officer] : [],
          kept,
        },
        by,
      )
      return { open: await openUp(complaint, by, 'membaca pengaduan sendiri'), code }
    },
    async open(id, sender, code) {
      const { complaint, voice } = await findOwn(id, sender, code)
      return openUp(complaint, actorOfVoice(voice), 'membaca pengaduan sendiri')
    },
    async ofCitizen(citizen) {
      const rows = await store.recordsOf('complaint', citizen)
      const by: Actor = { role: 'citizen', id: citizen, agency: null }
      return Promise.all(rows.map(({ data }) => openUp(data as ComplaintState, by, 'membaca pengaduan sendiri')))
    },
    async rate(id, sender, code, rating) {
      const { complaint, voice } = await findOwn(id, sender, code)
      const by = actorOfVoice(voice)
      const rated = await command(complaint.id, complaint.region, { type: 'rate', atMs: clock(), voice, rating }, by)
      return openUp(rated, by, 'membaca pengaduan sendiri')
    },
    async reopen(id, sender, code, text) {
      const { complaint, voice } = await findOwn(id, sender, code)
      const by = actorOfVoice(voice)
      const owner = 'citizen' in voice ? voice.citizen : ''
      const kept = await words.keep(requireWords(text), { kind: 'complaint', owner, region: complaint.region })
      const reopened = await command(complaint.id, complaint.region, { type: 'reopen', atMs: clock(), voice, kept }, by)
      return openUp(reopened, by, 'membaca pengaduan sendiri')
    },
    async listFor(officer, region) {
      const rows = await store.recordsAt('complaint', region, null, null, mostListed)
      return rows.map(({ data }) => data as ComplaintState).filter((complaint) => whyNotTheirs(complaint, officer) === null)
    },
    readFor,
    async take(officer, id) {
      const { region } = await findFor(officer, id)
      await command(id, region, { type: 'take', atMs: clock(), officer }, actorOf(officer))
      return readFor(officer, id)
    },
    async answer(officer, id, text) {
      const { region, voice, state, holder } = await findFor(officer, id)
      if (state !== 'in-hand' || holder !== officer.id) throw new CodedError('not-in-hand', `complaint ${id} is not in this officer's hand`)
      const owner = 'citizen' in voice ? voice.citizen : ''
      const kept = await words.keep(requireWords(text), { kind: 'complaint', owner, region })
      await command(id, region, { type: 'answer', atMs: clock(), officer, kept }, actorOf(officer))
      return readFor(officer, id)
    },
    async tend() {
      let changed = 0
      for (const state of ['received', 'in-hand', 'answered'] as const) {
        for (const { id, region } of await store.recordsDue('complaint', state, clock() - 1, mostTended)) {
          await command(id, region, { type: 'tend', atMs: clock() }, system)
          changed++
        }
      }
      return changed
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  /** Who served the sender. Somebody else's ticket is none. */
  async function findServed(about: { ticket: string | null; case: string | null; citizen: string | null }): Promise<Served | null> {
    const what = about.ticket !== null ? 'ticket' : 'case'
    const id = about.ticket ?? about.case
    if (id === null) return null
    const served = await servedBy(what, id)
    if (served === null || served.citizen !== about.citizen) throw new CodedError(`unknown-${what}`, `no ${what} ${id} of this citizen`)
    return served
  }
}

export const actorOf = ({ id, agency, roles }: VoiceOfficer): Actor => ({
  role: roles.has('integrity') && agency === null ? 'integrity' : 'officer',
  id,
  agency,
})
const actorOfVoice = (voice: ComplaintVoice): Actor =>
  'citizen' in voice ? { role: 'citizen', id: voice.citizen, agency: null } : { role: 'stranger', id: null, agency: null }

function complaintRows(complaint: ComplaintState | null): RecordRow[] {
  if (complaint === null) return []
  const { id, region, agency, state, dueMs, reopenUntilMs, createdAtMs, voice, words } = complaint
  const times = { createdAtMs, updatedAtMs: words.at(-1)?.atMs ?? createdAtMs }
  const owner = 'citizen' in voice ? voice.citizen : ''
  const due = dueMs ?? (state === 'answered' ? reopenUntilMs : null)
  const row: RecordRow = { kind: 'complaint', id, region, owner, desk: agency, state, dueMs: due, ...times, data: complaint }
  if ('citizen' in voice) return [row]
  const code = { kind: 'complaint-code', id: voice.codeHash, region, owner: '', desk: '', state: '', dueMs: null, ...times }
  return [row, { ...code, data: { complaint: id } }]
}
