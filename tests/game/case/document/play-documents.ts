import {
  decideDocument,
  foldDocuments,
  type DocumentCommand,
  type DocumentEvent,
  type DocumentFile,
  type DocumentState,
  type ShownIdentity,
} from '../../../../game/case/index.ts'

/** Nine in the morning of 2 March 2026 in WITA. */
export const t0 = Date.UTC(2026, 2, 2, 1)
export const nik = '6402••••••••0007'
export const holder: ShownIdentity = { kind: 'holder', nikEnd: '0007', isNameChecked: true }
export const pin = '482915'

type CommandOf<Command> = Command extends DocumentCommand
  ? Omit<Command, 'atMs' | 'document'> & { atMs?: number; document?: string }
  : never
/** A command on `d1` at `t0`, unless it says otherwise. */
export type Plain = CommandOf<DocumentCommand>

/** The documents of one case: runs commands and remembers their events. */
export function play() {
  const events: DocumentEvent[] = []
  const file = (): DocumentFile => foldDocuments(events)
  /** `ok`, or the code of the refusal with its details. */
  function run(plain: Plain): string {
    const command = { atMs: t0, document: 'd1', ...plain } as DocumentCommand
    const decision = decideDocument(file(), command)
    events.push(...decision.events)
    if (decision.ok) return 'ok'
    return [decision.code, ...Object.values(decision.details)].join(' ')
  }
  const document = (id = 'd1'): DocumentState => {
    const found = file().documents.find((one) => one.id === id)
    if (found === undefined) throw new Error(`there is no document ${id}`)
    return found
  }
  return { events, file, run, document }
}

export const issue = (document = 'd1', textHash = 'text-1', kind: DocumentState['kind'] = 'self-print'): Plain => ({
  type: 'issue',
  document,
  number: `DOK-${document}`,
  kind,
  textHash,
})
export const makeCode: Plain = { type: 'make-code', codeHash: (round) => `code-${round}` }
export const setPin = (digits = pin): Plain => ({ type: 'set-pin', pin: digits, pinHash: `hash of ${digits}` })
export const print = (codeHash = 'code-1', digits = pin): Plain => ({ type: 'print', codeHash, pinHash: `hash of ${digits}` })
export const handOver = (codeHash: string | null = 'code-1', shown: ShownIdentity = holder): Plain => ({
  type: 'hand-over',
  officer: 'officer-1',
  lane: 'drive-thru',
  codeHash,
  holderNikMasked: nik,
  shown,
})
export const revoke = (reason = 'salah data'): Plain => ({ type: 'revoke', reason, officer: 'officer-1' })
