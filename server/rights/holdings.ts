import { classOfKind, type Held, type RetentionSlug } from '../../game/case/index.ts'
import type { Paper, PaperVault } from '../papers/index.ts'
import type { RecordRow, Store, TicketRow } from '../store/index.ts'

/** One thing that is held about a citizen. */
export type Holding = Held & { readonly kind: string; readonly id: string }

/** Everything that lies in the store about one citizen, in one place. */
export type Holdings = {
  all(citizen: string): Promise<Holding[]>
  records(citizen: string): Promise<RecordRow[]>
  tickets(citizen: string): Promise<TicketRow[]>
}

/** States in which what a record is about has ended. Others go on. */
const endStates: Readonly<Record<string, readonly string[]>> = {
  case: ['issued', 'collected', 'rejected', 'withdrawn'],
  document: ['superseded', 'revoked'],
  payment: ['settled', 'refunded', 'exempt'],
  complaint: ['closed'],
  consent: ['stopped'],
  'data-request': ['done', 'refused'],
}
/** Kinds that end as they begin: somebody looked, something was reported. */
const momentary: ReadonlySet<string> = new Set(['access', 'levy', 'handover', 'breach-told'])

/** Papers that are a part of what names them. */
const parts: Readonly<Record<string, RetentionSlug>> = { form: 'request', issued: 'request', complaint: 'complaint' }

export function createHoldings(options: {
  store: Pick<Store, 'recordsOf' | 'ticketsOf' | 'readStream'>
  vault: Pick<PaperVault, 'of'>
}): Holdings {
  const { store, vault } = options
  const kinds = Object.keys(classOfKind).filter((kind) => kind !== 'paper')

  async function records(citizen: string): Promise<RecordRow[]> {
    return (await Promise.all(kinds.map((kind) => store.recordsOf(kind, citizen)))).flat()
  }
  /** Papers that something kept names: an application in its events (its form too), a document or a request in its row. */
  async function papersInUse(rows: readonly RecordRow[], papers: readonly Paper[]): Promise<Set<string>> {
    const told: string[] = []
    for (const { kind, region, id, data } of rows) {
      told.push(JSON.stringify(data))
      if (kind === 'case') for (const event of await store.readStream(`case/${region}/${id}`)) told.push(JSON.stringify(event.data))
    }
    // Ids are not to be guessed, so they are found wherever they stand.
    const text = told.join('\n')
    return new Set(papers.filter(({ id }) => text.includes(JSON.stringify(id))).map(({ id }) => id))
  }
  return {
    records,
    tickets: (citizen) => store.ticketsOf(citizen, 0),
    async all(citizen) {
      const [rows, tickets, papers] = await Promise.all([records(citizen), store.ticketsOf(citizen, 0), vault.of(citizen)])
      const used = await papersInUse(rows, papers)
      return [
        { kind: 'account', id: citizen, class: 'account', createdAtMs: 0, endedAtMs: null, isNeeded: false },
        ...tickets.map(ofTicket),
        ...rows.map(ofRecord),
        ...papers.map((paper) => ofPaper(paper, used)),
      ]
    },
  }
}

function ofTicket({ id, issuedAtMs, updatedAtMs }: TicketRow): Holding {
  return { kind: 'ticket', id, class: 'queue', createdAtMs: issuedAtMs, endedAtMs: updatedAtMs, isNeeded: false }
}

function ofRecord({ kind, id, state, createdAtMs, updatedAtMs }: RecordRow): Holding {
  const hasEnded = momentary.has(kind) || (endStates[kind] ?? []).includes(state)
  return { kind, id, class: classOfKind[kind], createdAtMs, endedAtMs: hasEnded ? updatedAtMs : null, isNeeded: false }
}

function ofPaper({ id, kind, createdAtMs }: Paper, used: ReadonlySet<string>): Holding {
  const isNeeded = used.has(id)
  return { kind: 'paper', id, class: isNeeded ? (parts[kind] ?? 'paper') : 'paper', createdAtMs, endedAtMs: null, isNeeded }
}
