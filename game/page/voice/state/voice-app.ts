import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import type {
  CatalogueResponse,
  ComplaintReceipt,
  ComplaintRequest,
  ComplaintsResponse,
  ComplaintView,
  LevyReceipt,
  LevyRequest,
  SessionView,
} from '../../../api/index.ts'
import { callSentence, newRequestKey, type ApiCall, type Text } from '../../shared/index.ts'
import type { VoiceAddress } from '../voice-address.ts'

/** What the page shows. */
export type VoiceScreen =
  | { readonly kind: 'home' | 'complaint' | 'levy' | 'code' }
  | { readonly kind: 'sent'; readonly receipt: ComplaintReceipt }
  | { readonly kind: 'open'; readonly complaint: ComplaintView; readonly code: string | null }
  | { readonly kind: 'report'; readonly report: LevyReceipt }

export type VoiceApp = {
  readonly catalogue: CatalogueResponse
  readonly address: VoiceAddress
  readonly session: SessionView | null
  readonly screen: ReadonlySignal<VoiceScreen>
  /** Of the account; empty without one. */
  readonly mine: ReadonlySignal<readonly ComplaintView[]>
  readonly isBusy: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<string | null>
  show(screen: VoiceScreen): void
  sendComplaint(input: Pick<ComplaintRequest, 'agency' | 'kind' | 'text' | 'isAnonymous'>): Promise<void>
  sendLevy(input: Pick<LevyRequest, 'agency' | 'text'>): Promise<void>
  /** Opens a complaint or a report of a levy: one field for both. */
  openCode(code: string): Promise<void>
  rate(rating: number): Promise<void>
  reopen(text: string): Promise<void>
  addWords(text: string): Promise<void>
  retract(): Promise<void>
}

/** The page's state. `onScreen` hears of each change, so that Back leads home. */
export function createVoiceApp(options: {
  readonly catalogue: CatalogueResponse
  readonly address: VoiceAddress
  readonly session: SessionView | null
  readonly call: ApiCall
  readonly text: Text
  readonly onScreen: (screen: VoiceScreen) => void
}): VoiceApp {
  const { catalogue, address, session, call, text, onScreen } = options
  const region = catalogue.region.slug
  const screen = signal<VoiceScreen>({ kind: address.isLevy ? 'levy' : address.ticket || address.case ? 'complaint' : 'home' })
  const mine = signal<readonly ComplaintView[]>([])
  const isBusy = signal(false)
  const problem = signal<string | null>(null)
  /** One for each thing that is sent: pressed again after a lost answer, it counts once. */
  let key = newRequestKey()

  const show = (next: VoiceScreen): void => {
    screen.value = next
    problem.value = null
    onScreen(next)
  }
  async function run(work: () => Promise<VoiceScreen>): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    problem.value = null
    try {
      show(await work())
      key = newRequestKey()
    } catch (error) {
      problem.value = callSentence(error, text.t)
    }
    isBusy.value = false
  }
  async function loadMine(): Promise<void> {
    if (session?.role !== 'citizen') return
    try {
      mine.value = (await call<ComplaintsResponse>('GET', '/api/complaints')).complaints
    } catch {
      // The list is a help; everything else works without it.
    }
  }
  const opened = (): { readonly complaint: ComplaintView; readonly code: string | null } => {
    const now = screen.peek()
    if (now.kind !== 'open') throw new TypeError('no complaint is open')
    return now
  }
  const report = (): LevyReceipt => {
    const now = screen.peek()
    if (now.kind !== 'report') throw new TypeError('no report is open')
    return now.report
  }
  async function openEither(code: string): Promise<VoiceScreen> {
    const body = { code: code.trim() }
    try {
      return { kind: 'report', report: await call<LevyReceipt>('POST', '/api/levies/open', { body }) }
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'unknown-levy') throw error
      return { kind: 'open', complaint: await call<ComplaintView>('POST', '/api/complaints/open', { body }), code: body.code }
    }
  }
  void loadMine()

  return {
    catalogue,
    address,
    session,
    screen,
    mine,
    isBusy,
    problem,
    show,
    sendComplaint: (input) =>
      run(async () => {
        const body: ComplaintRequest = { region, ...input, ticket: address.ticket, case: address.case }
        const receipt = await call<ComplaintReceipt>('POST', '/api/complaints', { body, idempotencyKey: key })
        void loadMine()
        return { kind: 'sent', receipt }
      }),
    sendLevy: (input) =>
      run(async () => {
        const body: LevyRequest = { region, ...input }
        return { kind: 'report', report: await call<LevyReceipt>('POST', '/api/levies', { body, idempotencyKey: key }) }
      }),
    openCode: (code) => run(() => openEither(code)),
    rate: (rating) =>
      run(async () => {
        const { complaint, code } = opened()
        const rated = await call<ComplaintView>('POST', `/api/complaints/${complaint.id}/rate`, { body: { rating, code } })
        void loadMine()
        return { kind: 'open', complaint: rated, code }
      }),
    reopen: (words) =>
      run(async () => {
        const { complaint, code } = opened()
        const body = { text: words, code }
        const again = await call<ComplaintView>('POST', `/api/complaints/${complaint.id}/reopen`, { body })
        void loadMine()
        return { kind: 'open', complaint: again, code }
      }),
    addWords: (words) =>
      run(async () => ({
        kind: 'report',
        report: await call<LevyReceipt>('POST', '/api/levies/words', { body: { code: report().code, text: words } }),
      })),
    retract: () =>
      run(async () => ({
        kind: 'report',
        report: await call<LevyReceipt>('POST', '/api/levies/retract', { body: { code: report().code } }),
      })),
  }
}
