import { CodedError } from '@balai/engine/core'
import { answerDataRequest, applyDataRequest, type DataRequest, type DataRequestEvent } from '../../game/case/index.ts'
import { newId } from '../identity/index.ts'
import type { PaperVault } from '../papers/index.ts'
import { commandStream, type RecordRow, type Store } from '../store/index.ts'
import type { Actor } from '../audit/index.ts'

/** As it is kept: the words lie sealed in the vault, their ids here. */
export type DataRequestData = DataRequest & { readonly words: string; readonly answer: string | null }

export type DataRequests = {
  /** @throws CodedError request-limit {limit} */
  ask(asked: {
    citizen: string
    region: string
    /** Who answers: an agency's slug, or empty for the region's administrator. */
    desk: string
    kind: DataRequest['kind']
    about: DataRequest['about']
    words: string
  }): Promise<RecordRow>
  of(citizen: string): Promise<RecordRow[]>
  /** Those of a region without an answer; of one agency, or all. */
  openAt(region: string, desk: string | null): Promise<RecordRow[]>
  find(id: string): Promise<RecordRow | null>
  /** @throws CodedError already-answered, answer-reason */
  answer(row: RecordRow, answer: { type: 'done' | 'refused'; words: string; officer: string }): Promise<RecordRow>
  /** What was written, and what was answered. Written to the audit first. */
  wordsOf(row: RecordRow, by: Actor): Promise<{ readonly words: string; readonly answer: string | null }>
}

const mostOpen = 5
const listed = 500

export function createDataRequests(options: {
  store: Pick<Store, 'append' | 'readStream' | 'recordsOf' | 'recordsAt' | 'findRecord'>
  vault: Pick<PaperVault, 'put' | 'open'>
  clock: () => number
}): DataRequests {
  const { store, vault, clock } = options

  async function keep(owner: string, region: string, words: string): Promise<string> {
    const bytes = new TextEncoder().encode(JSON.stringify({ words }))
    return (await vault.put({ owner, region, kind: 'form', type: 'application/json', pages: 1, bytes })).id
  }
  async function read(paper: string, by: Actor): Promise<string> {
    const { body } = await vault.open(paper, by, 'permintaan atas data')
    const parts: Buffer[] = []
    for await (const part of body) parts.push(part as Buffer)
    return (JSON.parse(Buffer.concat(parts).toString('utf8')) as { words: string }).words
  }
  async function write(
    row: Pick<RecordRow, 'id' | 'region' | 'owner' | 'desk'>,
    papers: Pick<DataRequestData, 'words' | 'answer'>,
    decide: (now: DataRequest | null) => readonly DataRequestEvent[],
  ): Promise<RecordRow> {
    const rowOf = (request: DataRequest): RecordRow => {
      const dueMs = request.state === 'received' ? request.answerByMs : null
      const { state, askedAtMs, answeredAtMs } = request
      const data: DataRequestData = { ...request, ...papers }
      return { ...row, kind: 'data-request', state, dueMs, createdAtMs: askedAtMs, updatedAtMs: answeredAtMs ?? askedAtMs, data }
    }
    const { state } = await commandStream<DataRequest | null, DataRequestEvent>(store, {
      stream: `data-request/${row.id}`,
      fold: (events) => events.reduce<DataRequest | null>(applyDataRequest, null),
      decide,
      records: (request) => (request === null ? [] : [rowOf(request)]),
    })
    if (state === null) throw new CodedError('unknown-request', 'there is no such request')
    return rowOf(state)
  }
  return {
    async ask({ citizen, region, desk, kind, about, words }) {
      const open = (await store.recordsOf('data-request', citizen)).filter(({ state }) => state === 'received')
      if (open.length >= mostOpen) throw new CodedError('request-limit', 'wait for the answers', { limit: mostOpen })
      const id = newId(clock())
      const paper = await keep(citizen, region, words)
      return write({ id, region, owner: citizen, desk }, { words: paper, answer: null }, () => [
        { type: 'asked', id, kind, about, atMs: clock() },
      ])
    },
    of: (citizen) => store.recordsOf('data-request', citizen),
    openAt: (region, desk) => store.recordsAt('data-request', region, desk, 'received', listed),
    find: (id) => store.findRecord('data-request', id),
    async answer(row, { type, words, officer }) {
      const data = row.data as DataRequestData
      const checked = answerDataRequest(data, { type, words, officer, atMs: clock() })
      if (!checked.ok) throw refusalOf(checked.code)
      const paper = words.trim() === '' ? null : await keep(row.owner, row.region, words)
      return write(row, { words: data.words, answer: paper }, (now) => {
        const decision = now === null ? null : answerDataRequest(now, { type, words, officer, atMs: clock() })
        if (decision === null || !decision.ok) throw refusalOf(decision?.code ?? 'already-answered')
        return [decision.event]
      })
    },
    async wordsOf(row, by) {
      const { words, answer } = row.data as DataRequestData
      return { words: await read(words, by), answer: answer === null ? null : await read(answer, by) }
    },
  }
}

function refusalOf(code: 'already-answered' | 'reason-missing'): CodedError {
  return code === 'reason-missing'
    ? new CodedError('answer-reason', 'a refusal has its reason')
    : new CodedError('already-answered', 'the request has been answered')
}
