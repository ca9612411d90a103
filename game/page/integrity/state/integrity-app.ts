import { signal, type ReadonlySignal } from '@preact/signals'
import type {
  CatalogueResponse,
  ChainView,
  GiftDetail,
  GiftsResponse,
  GiftView,
  IntegrityStart,
  LeviesResponse,
  LevyDetail,
  LevyRow,
  OfficerComplaintRow,
  OfficerComplaintsResponse,
  OfficerComplaintView,
} from '../../../api/index.ts'
import type { GiftStateName, LevyOutcome } from '../../../case/index.ts'
import { callSentence, newRequestKey, type ApiCall, type Text } from '../../shared/index.ts'

export const deskTabs = ['complaints', 'levies', 'gifts'] as const
export type DeskTab = (typeof deskTabs)[number]

/** What lies open on the desk; null: nothing. */
export type OpenPaper =
  | { readonly kind: 'complaint'; readonly complaint: OfficerComplaintView }
  | { readonly kind: 'levy'; readonly levy: LevyDetail }
  | { readonly kind: 'gift'; readonly gift: GiftDetail }
  | { readonly kind: 'new-gift' }

export type IntegrityApp = {
  readonly start: IntegrityStart
  readonly catalogue: CatalogueResponse
  readonly tabs: readonly DeskTab[]
  readonly tab: ReadonlySignal<DeskTab>
  readonly complaints: ReadonlySignal<readonly OfficerComplaintRow[] | null>
  readonly levies: ReadonlySignal<readonly LevyRow[] | null>
  readonly gifts: ReadonlySignal<readonly GiftView[] | null>
  readonly chain: ReadonlySignal<ChainView | null>
  readonly paper: ReadonlySignal<OpenPaper | null>
  readonly isBusy: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<string | null>
  choose(tab: DeskTab): void
  close(): void
  reload(): Promise<void>
  openComplaint(id: string): Promise<void>
  takeComplaint(id: string): Promise<void>
  answer(id: string, text: string): Promise<void>
  openLevy(id: string): Promise<void>
  takeLevy(id: string): Promise<void>
  closeLevy(id: string, outcome: LevyOutcome, text: string): Promise<void>
  newGift(): void
  declare(receivedOn: string, text: string): Promise<void>
  openGift(id: string): Promise<void>
  advance(id: string, to: GiftStateName): Promise<void>
}

/** The desk's state. Opening a paper is written to the audit by the server before it answers. */
export function createIntegrityApp(options: {
  readonly start: IntegrityStart
  readonly catalogue: CatalogueResponse
  readonly call: ApiCall
  readonly text: Text
}): IntegrityApp {
  const { start, catalogue, call, text } = options
  const place = `region=${encodeURIComponent(catalogue.region.slug)}`
  const tabs = start.isIntegrity ? deskTabs : deskTabs.filter((tab) => tab !== 'levies')
  const tab = signal<DeskTab>(start.isIntegrity && start.agency === null ? 'levies' : 'complaints')
  const complaints = signal<readonly OfficerComplaintRow[] | null>(null)
  const levies = signal<readonly LevyRow[] | null>(null)
  const gifts = signal<readonly GiftView[] | null>(null)
  const chain = signal<ChainView | null>(null)
  const paper = signal<OpenPaper | null>(null)
  const isBusy = signal(false)
  const problem = signal<string | null>(null)
  let giftKey = newRequestKey()

  async function run(work: () => Promise<OpenPaper | null>): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    problem.value = null
    try {
      paper.value = await work()
      await reload()
    } catch (error) {
      problem.value = callSentence(error, text.t)
    }
    isBusy.value = false
  }
  async function reload(): Promise<void> {
    const gone = async <Answer>(path: string): Promise<Answer> => call<Answer>('GET', path)
    switch (tab.peek()) {
      case 'complaints':
        complaints.value = (await gone<OfficerComplaintsResponse>(`/api/officer/complaints?${place}`)).complaints
        return
      case 'levies':
        levies.value = (await gone<LeviesResponse>(`/api/integrity/levies?${place}`)).levies
        chain.value = await gone<ChainView>(`/api/integrity/chain?${place}`)
        return
      case 'gifts': {
        const path = start.isIntegrity ? `/api/integrity/gifts?${place}` : '/api/officer/gifts'
        gifts.value = (await gone<GiftsResponse>(path)).gifts
      }
    }
  }
  const complaint = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<OpenPaper> => ({
    kind: 'complaint',
    complaint: await call<OfficerComplaintView>(method, `/api/officer/complaints/${path}`, { body }),
  })
  const levy = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<OpenPaper> => ({
    kind: 'levy',
    levy: await call<LevyDetail>(method, `/api/integrity/levies/${path}?${place}`, { body }),
  })

  return {
    start,
    catalogue,
    tabs,
    tab,
    complaints,
    levies,
    gifts,
    chain,
    paper,
    isBusy,
    problem,
    choose(next) {
      tab.value = next
      void run(async () => null)
    },
    close() {
      paper.value = null
    },
    reload: () => run(async () => paper.peek()),
    openComplaint: (id) => run(() => complaint('GET', id)),
    takeComplaint: (id) => run(() => complaint('POST', `${id}/take`)),
    answer: (id, words) => run(() => complaint('POST', `${id}/answer`, { text: words })),
    openLevy: (id) => run(() => levy('GET', id)),
    takeLevy: (id) => run(() => levy('POST', `${id}/take`)),
    closeLevy: (id, outcome, words) => run(() => levy('POST', `${id}/close`, { outcome, text: words })),
    newGift() {
      paper.value = { kind: 'new-gift' }
    },
    declare: (receivedOn, words) =>
      run(async () => {
        const body = { region: catalogue.region.slug, receivedOn, text: words }
        const gift = await call<GiftDetail>('POST', '/api/officer/gifts', { body, idempotencyKey: giftKey })
        giftKey = newRequestKey()
        return { kind: 'gift', gift }
      }),
    openGift: (id) => run(async () => ({ kind: 'gift', gift: await call<GiftDetail>('GET', `/api/officer/gifts/${id}`) })),
    advance: (id, to) =>
      run(async () => ({ kind: 'gift', gift: await call<GiftDetail>('POST', `/api/integrity/gifts/${id}/advance`, { body: { to } }) })),
  }
}
