import { CodedError } from '@balai/engine/core'
import {
  brokenLevyLine,
  decideLevy,
  factsText,
  foldLevies,
  whyNotForIntegrity,
  type KeptWords,
  type LevyCommand,
  type LevyEvent,
  type LevyFacts,
  type LevyState,
  type VoiceOfficer,
} from '../../game/case/index.ts'
import type { Actor, Audit } from '../audit/index.ts'
import { commandStream, readEvents, type RecordRow, type Store } from '../store/index.ts'
import { actorOf } from './complaint-service.ts'
import { orRefuse } from './or-refuse.ts'
import { sha256, type VoiceKeys } from './voice-keys.ts'
import type { LevyForIntegrity, LevyOccasion, LevyService, OpenLevy } from './voice-port.ts'
import { requireWords, type VoiceWords } from './voice-words.ts'

const stranger: Actor = { role: 'stranger', id: null, agency: null }
const system: Actor = { role: 'system', id: null, agency: null }
const mostListed = 2000

/**
 * @param options.factsOf what the server knows of an occasion at this instant: counter, officer, official fee
 */
export function createLevyService(options: {
  readonly store: Pick<Store, 'append' | 'readStream' | 'findRecord' | 'recordsAt' | 'findOfficer'>
  readonly audit: Pick<Audit, 'write'>
  readonly words: VoiceWords
  readonly keys: VoiceKeys
  readonly clock: () => number
  readonly factsOf: (occasion: LevyOccasion, atMs: number) => Promise<LevyFacts>
}): LevyService {
  const { store, audit, words, keys, clock, factsOf } = options
  const streamOf = (region: string): string => `levy/${region}`
  const place = (region: string) => ({ kind: 'levy', owner: '', region })

  async function command(region: string, wanted: LevyCommand, by: Actor): Promise<LevyState> {
    const { state, added } = await commandStream(store, {
      stream: streamOf(region),
      fold: (events: readonly LevyEvent[]) => foldLevies(events),
      decide: (chain) => orRefuse(decideLevy(chain, wanted, { region, sha256 })),
      records: ({ levies }) => levyRows(levies.get(wanted.id), region),
    })
    const levy = state.levies.get(wanted.id)
    if (levy === undefined) throw new CodedError('unknown-levy', `no report ${wanted.id}`)
    for (const { type } of added) {
      // Of no agency and of nobody: who reads the audit must not learn whom it is about.
      await audit.write({
        atMs: clock(),
        region,
        act: `levy.${type}`,
        by,
        citizen: null,
        about: { kind: 'levy', id: levy.id },
        why: levy.number,
      })
    }
    return levy
  }
  async function find(id: string): Promise<{ levy: LevyState; region: string }> {
    const row = await store.findRecord('levy', id)
    if (row === null) throw new CodedError('unknown-levy', `no report ${id}`)
    return { levy: row.data as LevyState, region: row.region }
  }
  async function findByCode(code: string): Promise<{ levy: LevyState; region: string }> {
    const row = await store.findRecord('levy-code', keys.codeHashOf(code))
    if (row === null) throw new CodedError('unknown-levy', 'no report has this code')
    return find((row.data as { levy: string }).levy)
  }
  const readFacts = async (levy: LevyState, by: Actor): Promise<LevyFacts> =>
    JSON.parse(await words.read(levy.facts, by, 'membuka laporan')) as LevyFacts
  const readOrNull = async (kept: KeptWords | null, by: Actor): Promise<string | null> =>
    kept === null ? null : words.read(kept, by, 'membuka laporan')
  async function openUp(levy: LevyState, by: Actor): Promise<OpenLevy> {
    return { levy, facts: await readFacts(levy, by), finding: await readOrNull(levy.finding, by) }
  }
  async function findFor(officer: VoiceOfficer, region: string, id: string): Promise<LevyState> {
    const found = await find(id)
    if (found.region !== region || whyNotForIntegrity(found.levy, region, officer) !== null) {
      throw new CodedError('unknown-levy', `report ${id} is not this officer's to see`)
    }
    return found.levy
  }
  async function readFor(officer: VoiceOfficer, region: string, id: string): Promise<LevyForIntegrity> {
    const levy = await findFor(officer, region, id)
    const by = actorOf(officer)
    await audit.write({
      atMs: clock(),
      region,
      act: 'levy.read',
      by,
      citizen: null,
      about: { kind: 'levy', id },
      why: 'menangani laporan',
    })
    const open = await openUp(levy, by)
    const text = await Promise.all(levy.words.map((kept) => words.read(kept, by, 'membuka laporan')))
    const named = open.facts.officer === null ? null : await store.findOfficer(open.facts.officer)
    const isIntact = levy.facts.sha256 === sha256(factsText(open.facts))
    return { ...open, words: text, isIntact, officerName: named?.name ?? null }
  }

  return {
    async seal({ text, key, ...occasion }) {
      const { region, ticket, case: caseId } = occasion
      const atMs = clock()
      const facts = await factsOf(occasion, atMs)
      const subject = ticket ?? caseId
      const id = keys.idOf('levy', region, ...(subject === null ? ['key', key] : ['of', subject, facts.officer ?? '']))
      const code = keys.codeOf(id)
      const before = await store.findRecord('levy', id)
      let levy: LevyState
      if (before !== null) levy = before.data as LevyState
      else {
        const kept = await words.keep(factsText(facts), place(region))
        const { agency, officer: against } = facts
        const number = keys.numberOf('L', id)
        levy = await command(
          region,
          { type: 'seal', atMs, id, number, codeHash: keys.codeHashOf(code), agency, against, facts: kept },
          stranger,
        )
      }
      if (text !== null && text.trim() !== '') {
        const kept = await words.keep(requireWords(text), place(region))
        levy = await command(region, { type: 'add-words', atMs: clock(), id, kept }, stranger)
      }
      return { open: await openUp(levy, system), code }
    },
    openByCode: async (code) => openUp((await findByCode(code)).levy, system),
    async addWords(code, text) {
      const { levy, region } = await findByCode(code)
      const kept = await words.keep(requireWords(text), place(region))
      return openUp(await command(region, { type: 'add-words', atMs: clock(), id: levy.id, kept }, stranger), system)
    },
    async retract(code) {
      const { levy, region } = await findByCode(code)
      return openUp(await command(region, { type: 'retract', atMs: clock(), id: levy.id }, stranger), system)
    },
    async listFor(officer, region) {
      const rows = await store.recordsAt('levy', region, null, null, mostListed)
      return rows.map(({ data }) => data as LevyState).filter((levy) => whyNotForIntegrity(levy, region, officer) === null)
    },
    readFor,
    async take(officer, region, id) {
      await findFor(officer, region, id)
      await command(region, { type: 'take', atMs: clock(), id, officer }, actorOf(officer))
      return readFor(officer, region, id)
    },
    async close(officer, region, id, { outcome, text }) {
      await findFor(officer, region, id)
      const kept = await words.keep(requireWords(text), place(region))
      await command(region, { type: 'close', atMs: clock(), id, officer, outcome, kept }, actorOf(officer))
      return readFor(officer, region, id)
    },
    async check(region) {
      const events = await readEvents<LevyEvent>(store, streamOf(region))
      return { events: events.length, brokenAt: brokenLevyLine(region, events, sha256), last: events.at(-1)?.hash ?? null }
    },
  }
}

function levyRows(levy: LevyState | undefined, region: string): RecordRow[] {
  if (levy === undefined) return []
  const { id, state, sealedAtMs, updatedAtMs, codeHash } = levy
  const shared = { region, owner: '', desk: 'integrity', dueMs: null, createdAtMs: sealedAtMs, updatedAtMs }
  return [
    { ...shared, kind: 'levy', id, state, data: levy },
    { ...shared, kind: 'levy-code', id: codeHash, state: '', data: { levy: id } },
  ]
}
