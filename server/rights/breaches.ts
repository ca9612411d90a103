import { CodedError } from '@balai/engine/core'
import {
  applyBreachEvent,
  closeBreach,
  describeBreach,
  findBreach,
  notifyBreach,
  type Breach,
  type BreachEvent,
  type BreachFacts,
} from '../../game/case/index.ts'
import { newId } from '../identity/index.ts'
import { commandStream, type RecordRow, type Store } from '../store/index.ts'

type Decided = ReturnType<typeof findBreach>

/** The register of breaches of each region. What happened to one is its stream; nobody can take a line out of it. */
export type Breaches = {
  at(region: string): Promise<Breach[]>
  find(id: string): Promise<Breach | null>
  /** Those that were told and concern this citizen. */
  toldTo(citizen: string): Promise<Breach[]>
  /** @throws CodedError breach-future */
  found(region: string, foundAtMs: number, officer: string): Promise<Breach>
  /** @throws CodedError unknown-breach, breach-state */
  describe(
    id: string,
    told: { facts: Partial<BreachFacts>; people: readonly string[] | null; isPublic: boolean | null },
    officer: string,
  ): Promise<Breach>
  /** Tells those concerned. @throws CodedError unknown-breach, breach-state, breach-incomplete {missing} */
  notify(id: string, officer: string): Promise<Breach>
  /** @throws CodedError unknown-breach, breach-state */
  close(id: string, officer: string): Promise<Breach>
}

const listed = 500

export function createBreaches(options: {
  store: Pick<Store, 'append' | 'readStream' | 'recordsAt' | 'recordsOf' | 'findRecord'>
  clock: () => number
  /** Tells one person; the same breach is told once. */
  tell: (citizen: string, breach: Breach) => Promise<void>
}): Breaches {
  const { store, clock, tell } = options

  async function command(id: string, decide: (breach: Breach | null) => Decided): Promise<Breach> {
    const { state } = await commandStream<Breach | null, BreachEvent>(store, {
      stream: `breach/${id}`,
      fold: (events) => events.reduce<Breach | null>(applyBreachEvent, null),
      decide(breach) {
        const decision = decide(breach)
        if (decision.ok) return decision.events
        const { code, missing } = decision
        throw new CodedError(code, 'the register does not take that', missing === undefined ? {} : { missing })
      },
      records: (breach) => (breach === null ? [] : rowsOf(breach, clock())),
    })
    if (state === null) throw new CodedError('unknown-breach', 'there is no such breach')
    return state
  }
  const known = (id: string, decide: (breach: Breach) => Decided): Promise<Breach> =>
    command(id, (breach) => {
      if (breach === null) throw new CodedError('unknown-breach', 'there is no such breach')
      return decide(breach)
    })
  async function find(id: string): Promise<Breach | null> {
    return ((await store.findRecord('breach', id))?.data as Breach | undefined) ?? null
  }
  return {
    find,
    at: async (region) => (await store.recordsAt('breach', region, null, null, listed)).map(({ data }) => data as Breach),
    async toldTo(citizen) {
      const rows = await store.recordsOf('breach-told', citizen)
      const breaches = await Promise.all(rows.map(({ data }) => find((data as { breach: string }).breach)))
      return breaches.filter((breach) => breach !== null)
    },
    found(region, foundAtMs, officer) {
      const breach = newId(clock())
      return command(breach, () => findBreach({ breach, region, foundAtMs, atMs: clock(), officer }))
    },
    describe: (id, told, officer) => known(id, (breach) => describeBreach(breach, { ...told, officer, atMs: clock() })),
    async notify(id, officer) {
      const breach = await known(id, (now) => notifyBreach(now, { officer, atMs: clock() }))
      for (const citizen of breach.people) await tell(citizen, breach)
      return breach
    },
    close: (id, officer) => known(id, (breach) => closeBreach(breach, { officer, atMs: clock() })),
  }
}

/** The register's row, and one for each person who was told, so that they find it. */
function rowsOf(breach: Breach, nowMs: number): RecordRow[] {
  const { id, region, state, foundAtMs, notifyByMs, notifiedAtMs, people } = breach
  const row = { region, desk: '', state, createdAtMs: foundAtMs, updatedAtMs: nowMs }
  const told = notifiedAtMs === null ? [] : people
  return [
    { ...row, kind: 'breach', id, owner: '', dueMs: state === 'found' ? notifyByMs : null, data: breach },
    ...told.map((citizen) => ({ ...row, kind: 'breach-told', id: `${id}/${citizen}`, owner: citizen, dueMs: null, data: { breach: id } })),
  ]
}
