import { CodedError } from '@balai/engine/core'
import { batch, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type {
  OfficerCaseFilter,
  OfficerCaseRow,
  OfficerCasesResponse,
  OfficerCaseView,
  OfficerStandardResponse,
} from '../../../../api/index.ts'
import type { CaseAction, CaseRole } from '../../../../case/index.ts'
import { callSentence, isUnanswered, type ApiCall, type Text } from '../../../shared/index.ts'
import { emptyReturn, type ReturnDraft } from './return-draft.ts'

/** What the desk needs to know of a service's standard: the words of its form, and the name of its product. */
export type ShownStandard = Pick<OfficerStandardResponse['versions'][number], 'service' | 'version' | 'form' | 'product'>
export type CaseAsk = 'decide' | 'reject' | 'escalate'
export type CaseLists = Readonly<Partial<Record<OfficerCaseFilter, readonly OfficerCaseRow[]>>>

/** The lists that are counted in their tabs; `done` is long, and read only when looked at. */
export const countedViews: readonly OfficerCaseFilter[] = ['inbox', 'mine', 'overdue', 'waiting']

/** The officer's cases: what the server said last, and what is asked for them. */
export type CaseDesk = {
  readonly view: Signal<OfficerCaseFilter>
  readonly lists: ReadonlySignal<CaseLists>
  readonly roles: ReadonlySignal<readonly CaseRole[]>
  readonly current: ReadonlySignal<OfficerCaseView | null>
  /** Of the case that is open. */
  readonly standard: ReadonlySignal<ShownStandard | null>
  /** The id of a case that is being fetched. */
  readonly opening: ReadonlySignal<string | null>
  readonly busy: ReadonlySignal<CaseAction | null>
  readonly problem: Signal<string | null>
  /** For a screen reader: what has just happened. */
  readonly said: ReadonlySignal<string>
  /** What is being written to send back; null: nothing is. */
  readonly returning: Signal<ReturnDraft | null>
  readonly ask: Signal<CaseAsk | null>
  /** The paper in sight, by requirement. */
  readonly paper: Signal<string | null>
  /** Reads the lists again; the case that is open stays. */
  refresh(): Promise<void>
  /** Opens a case, or none. The server writes each opening into the audit. */
  open(id: string | null): Promise<void>
  /** @returns whether it was done; a refusal is a sentence in `problem`, and what is shown is read anew */
  act(action: CaseAction, body?: Readonly<Record<string, unknown>>): Promise<boolean>
}

export function createCaseDesk(options: {
  call: ApiCall
  text: Text
  region: ReadonlySignal<string | null>
  /** Told of every failed call first: it knows when the session is over. */
  onFailed: (error: unknown) => void
}): CaseDesk {
  const { call, text, region } = options
  const lists = signal<CaseLists>({})
  const roles = signal<readonly CaseRole[]>([])
  const current = signal<OfficerCaseView | null>(null)
  const standard = signal<ShownStandard | null>(null)
  const opening = signal<string | null>(null)
  const busy = signal<CaseAction | null>(null)
  const problem = signal<string | null>(null)
  const said = signal('')
  const view = signal<OfficerCaseFilter>('inbox')
  const returning = signal<ReturnDraft | null>(null)
  const ask = signal<CaseAsk | null>(null)
  const paper = signal<string | null>(null)
  let wanted: string | null = null

  function fail(error: unknown): void {
    options.onFailed(error)
    problem.value = callSentence(error, text.t)
  }
  function put(next: OfficerCaseView | null): void {
    batch(() => {
      const before = current.peek()
      current.value = next
      if (next?.id === before?.id && next?.actions.includes('return') === true) return
      returning.value = null
      ask.value = null
      if (next?.id !== before?.id) paper.value = null
    })
  }
  async function readList(of: OfficerCaseFilter): Promise<void> {
    const at = region.peek()
    const query = new URLSearchParams(at === null ? { view: of } : { view: of, region: at })
    const answer = await call<OfficerCasesResponse>('GET', `/api/officer/cases?${query.toString()}`)
    if (region.peek() !== at) return
    batch(() => {
      roles.value = answer.roles
      lists.value = { ...lists.peek(), [of]: answer.cases }
    })
  }
  async function refresh(): Promise<void> {
    const wantedViews = new Set([...countedViews, view.peek()])
    await Promise.all([...wantedViews].map(readList))
  }
  async function read(id: string): Promise<void> {
    const answer = await call<OfficerCaseView>('GET', pathOf(id))
    if (wanted === id) put(answer)
  }
  /** The version under which it was submitted. Words only: a form that cannot be read shows its fields by their names. */
  async function readStandard({ region: at, service, version }: OfficerCaseView): Promise<void> {
    if (standard.peek()?.service === service && standard.peek()?.version === version) return
    standard.value = null
    try {
      const path = `/api/officer/standards/${encodeURIComponent(service)}?region=${encodeURIComponent(at)}`
      const { versions } = await call<OfficerStandardResponse>('GET', path)
      const own = versions.find((one) => one.version === version) ?? versions.at(-1) ?? null
      if (current.peek()?.service === service) standard.value = own
    } catch (error) {
      fail(error)
    }
  }

  // Another region has other cases.
  let seenRegion = region.peek()
  effect(() => {
    if (region.value === seenRegion) return
    seenRegion = region.value
    lists.value = {}
    void refresh().catch(fail)
  })
  // Whoever looks at a list sees it as it is now; all are read when the place is entered.
  let seenView = view.peek()
  effect(() => {
    if (view.value === seenView) return
    seenView = view.value
    void readList(seenView).catch(fail)
  })
  effect(() => {
    if (current.value !== null) void readStandard(current.value)
  })

  return {
    view,
    lists,
    roles,
    current,
    standard,
    opening,
    busy,
    problem,
    said,
    returning,
    ask,
    paper,
    refresh: () => refresh().catch(fail),
    async open(id) {
      if (id === wanted && current.peek()?.id === id) return
      wanted = id
      opening.value = id
      if (id !== current.peek()?.id) put(null)
      if (id === null) return
      try {
        await read(id)
        problem.value = null
      } catch (error) {
        fail(error)
      } finally {
        if (opening.peek() === id) opening.value = null
      }
    },
    async act(action, body = {}) {
      const now = current.peek()
      if (now === null || busy.peek() !== null || !now.actions.includes(action)) return false
      busy.value = action
      try {
        const answer = await call<OfficerCaseView>('POST', `${pathOf(now.id)}/${action}`, { body: { seen: now.revision, ...body } })
        batch(() => {
          problem.value = null
          said.value = text.t(`cases.said.${action}`, { number: now.number })
          returning.value = null
          ask.value = null
          if (wanted === now.id) put(answer)
        })
        void refresh().catch(fail)
        return true
      } catch (error) {
        fail(error)
        if (isBehind(error)) await Promise.all([read(now.id), refresh()]).catch(() => undefined)
        return false
      } finally {
        busy.value = null
      }
    },
  }
}

/** Begins to write what is to be put right, or lets it be. */
export function toggleReturn(desk: Pick<CaseDesk, 'returning' | 'current'>): void {
  if (desk.returning.peek() !== null) desk.returning.value = null
  else if (desk.current.peek()?.actions.includes('return') === true) desk.returning.value = emptyReturn
}

/** Nobody knows whether an unanswered action was done, and a refused one met another state than shown. */
function isBehind(error: unknown): boolean {
  return isUnanswered(error) || (error instanceof CodedError && behindCodes.includes(error.code))
}
const behindCodes: readonly string[] = [
  'case-changed',
  'case-held',
  'case-not-held',
  'case-state',
  'role-missing',
  'four-eyes',
  'fee-due',
  'steps-open',
]

function pathOf(id: string): string {
  return `/api/officer/cases/${encodeURIComponent(id)}`
}
