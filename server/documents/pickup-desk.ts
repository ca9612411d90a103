import { CodedError } from '@balai/engine/core'
import { pickupCodeLength, plainCode, type DocumentEvent } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'
import { isSame, type Log } from '../identity/index.ts'
import type { PaperVault } from '../papers/index.ts'
import { storeErrors, type OfficerRow, type RecordRow, type Store } from '../store/index.ts'
import { documentRefusal, type ArchiveStore, type DocumentArchive, type FoundDocument } from './document-archive.ts'
import type { DocumentCodes } from './document-codes.ts'
import type { CollectedHow, CollectedListener, IssuedDocument, PickupDesk } from './document-port.ts'
import { viewOf, type CaseDocuments } from './document-rows.ts'

/** A case is told again this often, and at most so many at once. */
const tellAgainMs = 60_000
const mostTold = 100
/** How long a kiosk may fetch what it prints. */
const printForMs = 3 * 60_000

/** Codes, PINs, prints and handovers: the chain of custody from the document to a hand. */
export function createPickupDesk(options: {
  archive: DocumentArchive
  codes: DocumentCodes
  store: Pick<ArchiveStore, 'putRecord' | 'recordsDue'> & Pick<Store, 'findCitizen'>
  papers: Pick<PaperVault, 'open' | 'find'>
  clock: () => number
  write: (act: string, document: IssuedDocument, by: Actor, why: string) => Promise<void>
  log: Log
}): PickupDesk {
  const { archive, codes, store, papers, clock, write, log } = options
  let listener: CollectedListener | null = null

  async function ownDocument(citizen: string, id: string): Promise<FoundDocument> {
    const document = await archive.find(id)
    if (document === null || document.citizen !== citizen) throw documentRefusal('document-unknown')
    return document
  }
  /** By a pickup code or a number. Officers of a region hand over what is of that region, and of their agency when they have one. */
  async function findAtDesk(asked: string, officer: OfficerRow): Promise<{ document: FoundDocument; codeHash: string | null }> {
    const code = plainCode(asked)
    const isCode = code.length === pickupCodeLength
    const document = await archive.findBy(isCode ? 'pickup' : 'number', isCode ? code : asked)
    if (document === null) throw documentRefusal(isCode ? 'pickup-code' : 'document-unknown')
    const { region, agency } = officer
    const isTheirs = (region === null || region === document.region) && (agency === null || agency === document.agency)
    if (!isTheirs) throw documentRefusal('document-unknown')
    return { document, codeHash: isCode ? codes.hashOf('pickup', code) : null }
  }

  /** Written with the event, so that the case hears of it even when the server ends in between. */
  function telling(document: FoundDocument, how: CollectedHow): (events: readonly DocumentEvent[]) => RecordRow[] {
    const atMs = clock()
    return (events) =>
      events.some(({ type }) => type === 'handed-over' || type === 'printed') ? [tellingRow(document, how, atMs, 'due')] : []
  }
  async function tell(document: Pick<IssuedDocument, 'id' | 'case' | 'region'>, how: CollectedHow): Promise<void> {
    if (listener === null) return
    try {
      await listener(document.case, how)
    } catch (error) {
      // A case that has ended otherwise does not want to hear of it; anything else is tried again by `tend`.
      if (!(error instanceof CodedError) || Object.hasOwn(storeErrors, error.code)) {
        log({ error, case: document.case }, 'a case was not told of a handover; it is told again')
        return
      }
    }
    await store.putRecord(tellingRow(document, how, clock(), 'told'))
  }
  async function readAll(paper: string, by: Actor, why: string): Promise<Uint8Array> {
    const { body } = await papers.open(paper, by, why)
    const parts: Buffer[] = []
    for await (const part of body) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
  const view = (after: CaseDocuments, { id }: FoundDocument): IssuedDocument => viewOf(after, id)

  return {
    async makeCode(citizen, id) {
      const document = await ownDocument(citizen, id)
      let round = 0
      const codeHash = (next: number): string => codes.hashOf('pickup', codes.pickupCodeOf(id, (round = next)))
      await archive.command(document, { type: 'make-code', atMs: clock(), codeHash })
      return codes.pickupCodeOf(id, round)
    },
    async setPin(citizen, id, pin) {
      const document = await ownDocument(citizen, id)
      await archive.command(document, { type: 'set-pin', atMs: clock(), pin, pinHash: codes.pinHashOf(id, pin) })
    },
    async open(id, by, why) {
      const document = await archive.find(id)
      if (document === null) throw documentRefusal('document-unknown')
      return { document, bytes: await readAll(document.paper, by, why) }
    },
    async downloaded(id) {
      const document = await archive.find(id)
      if (document !== null && document.state === 'active' && document.kind === 'digital') await tell(document, 'download')
    },
    async look(asked, officer) {
      const { document } = await findAtDesk(asked, officer)
      await write('document.looked-up', document, actorOf(officer), 'mencari dokumen untuk diserahkan')
      return document
    },
    async handOver(asked, officer, { lane, shown }) {
      const { document, codeHash } = await findAtDesk(asked, officer)
      const citizen = await store.findCitizen(document.citizen)
      if (shown.kind === 'proxy' && shown.authority !== null) {
        const paper = await papers.find(shown.authority)
        if (paper === null || paper.owner !== document.citizen) throw documentRefusal('pickup-authority')
      }
      const holderNikMasked = citizen?.nikMasked ?? ''
      const command = { type: 'hand-over', atMs: clock(), officer: officer.id, lane, codeHash, holderNikMasked, shown } as const
      const after = await archive.command(document, command, telling(document, lane))
      await write('document.handed-over', document, actorOf(officer), `diserahkan: ${lane}`)
      await tell(document, lane)
      return view(after, document)
    },
    async print(region, code, pin) {
      const document = await archive.findBy('pickup', code)
      if (document === null || document.region !== region) throw documentRefusal('pickup-code')
      const codeHash = codes.hashOf('pickup', plainCode(code))
      const command = { type: 'print', atMs: clock(), codeHash, pinHash: codes.pinHashOf(document.id, pin) } as const
      const after = await archive.command(document, command, telling(document, 'self-print'))
      await tell(document, 'self-print')
      const untilMs = clock() + printForMs
      return { document: view(after, document), token: `${document.id}.${untilMs}.${codes.printSeal(document.id, untilMs)}` }
    },
    async openPrint(token) {
      const [id = '', until = '', seal = ''] = token.split('.')
      const untilMs = Number(until)
      const isGiven = Number.isSafeInteger(untilMs) && isSame(seal, codes.printSeal(id, untilMs)) && clock() < untilMs
      const document = isGiven ? await archive.find(id) : null
      if (document === null) throw documentRefusal('pickup-code')
      const bytes = await readAll(document.paper, { role: 'citizen', id: document.citizen, agency: null }, 'dicetak di kios')
      return { document, bytes }
    },
    onCollected(tellCase) {
      listener = tellCase
    },
    async tend() {
      for (const row of await store.recordsDue('handover', 'due', clock() - tellAgainMs, mostTold)) {
        const { case: caseId, how } = row.data as { case: string; how: CollectedHow }
        await tell({ id: row.id, case: caseId, region: row.region }, how)
      }
    },
  }
}

function tellingRow(
  { id, case: caseId, region }: Pick<IssuedDocument, 'id' | 'case' | 'region'>,
  how: CollectedHow,
  atMs: number,
  state: 'due' | 'told',
): RecordRow {
  const place = { region, owner: '', desk: '', state, dueMs: state === 'due' ? atMs : null }
  return { kind: 'handover', id, ...place, createdAtMs: atMs, updatedAtMs: atMs, data: { case: caseId, how } }
}

function actorOf({ id, agency }: OfficerRow): Actor {
  return { role: 'officer', id, agency }
}
