import { randomBytes } from 'node:crypto'
import type { CaseEvent } from '../../game/case/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import { openText, sealText } from './case-keys.ts'

/*
 * What officers write (why it was returned or rejected, what is on the document) may name people. In the store it lies under a key of the case's own; that
 * key lies wrapped in a record that can be deleted, and then nobody reads those words again, while the order of events stays whole.
 */
export type WordsKey = { readonly bytes: Uint8Array | null; readonly about: string }

const recordKind = 'case-key'
const keyBytes = 32
const erased = '…'

/** A new key, and the row that keeps it. */
export function makeWordsKey(
  install: Uint8Array,
  of: { id: string; region: string; citizen: string; atMs: number },
): { key: WordsKey; row: RecordRow } {
  const bytes = new Uint8Array(randomBytes(keyBytes))
  const { id, region, citizen, atMs } = of
  const row: RecordRow = {
    kind: recordKind,
    id,
    region,
    owner: citizen,
    desk: '',
    state: 'kept',
    dueMs: null,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    data: { wrapped: sealText(install, bytes, id) },
  }
  return { key: { bytes, about: id }, row }
}

/** The key of a case; without bytes when it was destroyed. */
export async function readWordsKey(store: Pick<Store, 'findRecord'>, install: Uint8Array, id: string): Promise<WordsKey> {
  const row = await store.findRecord(recordKind, id)
  const wrapped = (row?.data as { wrapped?: string } | undefined)?.wrapped
  return { bytes: wrapped === undefined ? null : new Uint8Array(openText(install, wrapped, id)), about: id }
}

/** An event as the store has it: its words as one sealed text. */
type SealedEvent = CaseEvent & { readonly words?: string }

export function sealEvent(key: WordsKey, event: CaseEvent): CaseEvent {
  const { bare, words } = splitWords(event)
  if (words.length === 0) return event
  if (key.bytes === null) throw new TypeError(`the words of case ${key.about} were erased: nothing more can be written on it`)
  return Object.assign(bare, { words: sealText(key.bytes, JSON.stringify(words), key.about) })
}

export function openEvent(key: WordsKey, event: CaseEvent): CaseEvent {
  const { words: sealed, ...bare } = event as SealedEvent
  if (sealed === undefined) return event
  const words = key.bytes === null ? null : (JSON.parse(openText(key.bytes, sealed, key.about).toString()) as string[])
  let at = 0
  return mapWords(bare as CaseEvent, () => words?.[at++] ?? erased)
}

function splitWords(event: CaseEvent): { bare: CaseEvent; words: string[] } {
  const words: string[] = []
  const bare = mapWords(event, (text) => {
    words.push(text)
    return ''
  })
  return { bare, words }
}

/** Each text that a person wrote, always in the same order. */
function mapWords(event: CaseEvent, map: (text: string) => string): CaseEvent {
  switch (event.type) {
    case 'returned':
      return {
        ...event,
        fields: event.fields.map((one) => ({ ...one, sentence: map(one.sentence) })),
        papers: event.papers.map((one) => ({ ...one, sentence: map(one.sentence) })),
      }
    case 'rejected':
      return { ...event, reason: map(event.reason), appeal: map(event.appeal) }
    case 'escalated':
      return event.basis === 'overdue' ? event : { ...event, reason: map(event.reason) }
    case 'decided': {
      const title = map(event.text.title)
      return { ...event, text: { title, lines: event.text.lines.map(({ label, text }) => ({ label: map(label), text: map(text) })) } }
    }
    default:
      return event
  }
}
