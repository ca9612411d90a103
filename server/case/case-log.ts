import { CodedError } from '@balai/engine/core'
import { caseOf, decideCase, type CaseCommand, type CaseEvent, type CaseState } from '../../game/case/index.ts'
import { commandStream, readEvents, type IdempotentRow, type RecordRow, type Store } from '../store/index.ts'
import { caseKind, caseRow, numberRow, summaryOf, type CaseRow } from './case-rows.ts'
import type { CaseSummary } from './case-port.ts'
import { makeWordsKey, openEvent, readWordsKey, sealEvent, type WordsKey } from './event-words.ts'
import type { WorkCalendars } from './work-calendars.ts'

export type CaseStore = Pick<
  Store,
  'append' | 'readStream' | 'findRecord' | 'putRecord' | 'recordsOf' | 'recordsAt' | 'recordsDue' | 'findIdempotent'
>
export type FullCase = { readonly state: CaseState; readonly events: readonly CaseEvent[] }
export type CaseChange = { readonly summary: CaseSummary; readonly event: string }

/** The streams of cases and the rows that follow them: one command at a time for each case. */
export type CaseLog = {
  find(id: string): Promise<FullCase | null>
  row(id: string): Promise<CaseRow | null>
  /** @param rows that are written together with the first event. @throws the refusals of the domain, duplicate-key for a request that was done before */
  begin(command: Extract<CaseCommand, { type: 'submit' }>, rows: readonly RecordRow[], idempotency: IdempotentRow | null): Promise<Told>
  /** @throws unknown-case, and the refusals of the domain */
  tell(id: string, command: CaseCommand, idempotency?: IdempotentRow): Promise<Told>
  /** Writes the row anew, as a changed calendar has it. */
  refresh(id: string): Promise<void>
  onChange(listener: (change: CaseChange) => void): () => void
}
export type Told = { readonly state: CaseState; readonly added: readonly CaseEvent[] }

const streamOf = (region: string, id: string): string => `case/${region}/${id}`

export function createCaseLog(options: { store: CaseStore; calendars: WorkCalendars; wordsKey: Uint8Array }): CaseLog {
  const { store, calendars, wordsKey } = options
  const listeners = new Set<(change: CaseChange) => void>()
  const inHand = new Map<string, Promise<unknown>>()

  /** One after the other, so that a row is never older than its stream. */
  async function alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const before = inHand.get(id)
    const run = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    inHand.set(id, run)
    try {
      return await run
    } finally {
      if (inHand.get(id) === run) inHand.delete(id)
    }
  }
  const rowOf = async (id: string): Promise<CaseRow | null> => (await store.findRecord(caseKind, id)) as CaseRow | null

  async function write(
    at: { id: string; region: string; key: WordsKey },
    command: CaseCommand,
    more: { rows: readonly RecordRow[]; idempotency?: IdempotentRow | null },
  ): Promise<Told> {
    const { id, region, key } = at
    const calendar = await calendars.of(region)
    const { state, added } = await commandStream<CaseState | null, CaseEvent>(store, {
      stream: streamOf(region, id),
      fold: (events) => caseOf(events.map((event) => openEvent(key, event))),
      decide: (before) => {
        const decision = decideCase(before, command)
        if (!decision.ok) throw new CodedError(decision.code, `case ${id}: ${decision.code}`, decision.details)
        return decision.events.map((event) => sealEvent(key, event))
      },
      records: (after) => (after === null ? [] : [caseRow(after, calendar), ...more.rows]),
      idempotency: more.idempotency ?? undefined,
    })
    if (state === null) throw new CodedError('unknown-case', `case ${id} has no events`)
    const summary = summaryOf(caseRow(state, calendar))
    for (const { type } of added) for (const listener of listeners) listener({ summary, event: type })
    return { state, added: added.map((event) => openEvent(key, event)) }
  }

  return {
    row: rowOf,
    async find(id) {
      const row = await rowOf(id)
      if (row === null) return null
      const [stored, key] = await Promise.all([readEvents<CaseEvent>(store, streamOf(row.region, id)), readWordsKey(store, wordsKey, id)])
      const events = stored.map((event) => openEvent(key, event))
      const state = caseOf(events)
      return state === null ? null : { state, events }
    },
    begin: (command, rows, idempotency) =>
      alone(command.id, async () => {
        const { id, region, citizen, atMs } = command
        const row = await rowOf(id)
        if (row !== null) return write({ id, region: row.region, key: await readWordsKey(store, wordsKey, id) }, command, { rows: [] })
        const { key, row: keyRow } = makeWordsKey(wordsKey, { id, region, citizen, atMs })
        const number = numberRow({ ...command, submittedAtMs: atMs })
        return write({ id, region, key }, command, { rows: [keyRow, number, ...rows], idempotency })
      }),
    tell: (id, command, idempotency) =>
      alone(id, async () => {
        const row = await rowOf(id)
        if (row === null) throw new CodedError('unknown-case', `no case ${id}`)
        return write({ id, region: row.region, key: await readWordsKey(store, wordsKey, id) }, command, { rows: [], idempotency })
      }),
    refresh: (id) =>
      alone(id, async () => {
        const row = await rowOf(id)
        if (row === null) return
        const key = await readWordsKey(store, wordsKey, id)
        const state = caseOf((await readEvents<CaseEvent>(store, streamOf(row.region, id))).map((event) => openEvent(key, event)))
        if (state !== null) await store.putRecord(caseRow(state, await calendars.of(row.region)))
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
