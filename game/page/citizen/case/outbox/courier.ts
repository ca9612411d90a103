import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { CodedError } from '@balai/engine/core'
import type { CaseView } from '../../../../api/index.ts'
import { callSentence, isUnanswered, type Translate } from '../../../shared/index.ts'
import { deliverCase, deliverClaim, deliverPaper, type Delivery } from './deliver.ts'
import {
  dropCase,
  enqueue,
  newItem,
  nextItems,
  nextTimeMs,
  progress,
  settle,
  tryAgain,
  wake,
  type OutboxItem,
  type Outcome,
} from './outbox.ts'
import { createOutboxKeep, type OutboxKeep } from './outbox-keep.ts'
import type { Sending } from './sending.ts'

/** Carries the outbox to the server for as long as the page lives; what it has not carried, the next page does. */
export type Courier = {
  readonly items: ReadonlySignal<readonly OutboxItem[]>
  readonly sendings: ReadonlySignal<readonly Sending[]>
  readonly running: ReadonlySignal<ReadonlySet<string>>
  /** Puts a case in and begins at once. Resolves when it is kept on the device. */
  send(sending: Sending): Promise<void>
  retry(id: string): void
  /** The network may be back, or somebody is looking. */
  wake(): void
  /** Takes a case out that has not been submitted, or is done with. */
  drop(id: string): Promise<void>
  stop(): void
}

export type CourierOptions = {
  readonly delivery: Delivery
  readonly t: Translate
  /** Only one page of a browser carries; the others look on. */
  readonly isCarrier: () => boolean
  /** Told to the other pages of this browser. */
  readonly onWrite: () => void
  readonly onDone: (sending: Sending, view: CaseView) => void | Promise<void>
  readonly nowMs: () => number
  readonly chance: () => number
}

/** Two on the line at a time: one that stands still leaves a way for the others, and a weak line is not cut into too many parts. */
const mostAtOnce = 2

/** What the server says when it cannot now; asking again later may help without anybody doing anything. */
const passing = new Set(['too-many', 'upload-quota', 'papers-busy', 'scanner-unavailable', 'sign-in-required', 'upload-unfinished'])

export async function startCourier(options: CourierOptions): Promise<Courier & { reload(): Promise<void> }> {
  const { delivery, t, nowMs } = options
  const kept = createOutboxKeep(delivery.keep)
  const items = signal(await kept.items())
  const sendings = signal(await kept.sendings())
  // What has arrived is followed on its own page.
  for (const { id } of sendings.value.filter((row) => row.number !== null)) await forget(kept, { id, items, sendings })
  const running = signal<ReadonlySet<string>>(new Set())
  const aborts = new Map<string, AbortController>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const put = (next: readonly OutboxItem[]): Promise<void> => {
    const before = items.value
    items.value = next
    return kept.writeItems(before, next).then(options.onWrite)
  }
  const putSending = async (sending: Sending) => {
    sendings.value = [...sendings.value.filter((row) => row.id !== sending.id), sending]
    await kept.writeSending(sending)
  }
  const sendingOf = (id: string) => sendings.value.find((row) => row.id === id) ?? null

  const look = () => {
    clearTimeout(timer)
    if (isStopped || !options.isCarrier()) return
    for (const item of nextItems(items.value, running.value, nowMs(), mostAtOnce)) void carry(item)
    const at = nextTimeMs(items.value, running.value)
    if (at !== null) timer = setTimeout(look, Math.max(250, at - nowMs()))
  }
  const carry = async (item: OutboxItem) => {
    const abort = new AbortController()
    aborts.set(item.id, abort)
    running.value = new Set([...running.value, item.id])
    const outcome = await tryItem(item, abort.signal)
    aborts.delete(item.id)
    batch(() => {
      running.value = new Set([...running.value].filter((id) => id !== item.id))
      void put(settle(items.value, item.id, outcome))
    })
    look()
  }
  const tryItem = async (item: OutboxItem, stop: AbortSignal): Promise<Outcome> => {
    const sending = sendingOf(item.case)
    // Its case was taken out meanwhile.
    if (!sending) return { kind: 'done', atMs: nowMs() }
    try {
      await deliver(item, sending, stop)
      return { kind: 'done', atMs: nowMs() }
    } catch (error) {
      return outcomeOf(error)
    }
  }
  const deliver = async (item: OutboxItem, sending: Sending, stop: AbortSignal) => {
    if (item.kind === 'claim') await putSending({ ...sending, receipt: await deliverClaim(delivery, sending) })
    else if (item.kind === 'paper') await carryPaper(item, sending, stop)
    else {
      const view = await deliverCase(delivery, sending)
      await putSending({ ...sending, number: view.number, answers: {} })
      await options.onDone(sending, view)
    }
  }
  const carryPaper = async (item: OutboxItem, { region }: Sending, stop: AbortSignal) => {
    const onSent = everyFew((sent: number) => {
      void put(progress(items.value, item.id, { sent }))
      if (sent >= 1) look()
    })
    const onUrl = (uploadUrl: string) => void put(progress(items.value, item.id, { uploadUrl }))
    try {
      await deliverPaper(delivery, { item, region, progress: { onUrl, onSent, signal: stop } })
    } catch (error) {
      if (error instanceof CodedError && error.code === 'unknown-upload') {
        await put(progress(items.value, item.id, { sent: 0, uploadUrl: null }))
        throw new CodedError('internal', 'the upload is gone; send it from its beginning')
      }
      throw error
    }
  }
  const outcomeOf = (error: unknown): Outcome => {
    const code = error instanceof CodedError ? error.code : 'unexpected'
    const isLine = ['offline', 'timeout', 'unreadable'].includes(code)
    const problem = { code, sentence: isLine ? null : callSentence(error, t) }
    // What is no answer of the server (a part of the page that did not load) may be there the next time.
    if (!(error instanceof CodedError) || isUnanswered(error) || passing.has(code))
      return { kind: 'unanswered', problem, atMs: nowMs(), chance: options.chance() }
    return { kind: 'refused', problem }
  }
  return {
    items,
    sendings,
    running,
    async send(sending) {
      await putSending(sending)
      await put(enqueue(items.value, itemsOf(sending, delivery, nowMs())))
      look()
    },
    retry(id) {
      void put(tryAgain(items.value, id, nowMs()))
      look()
    },
    wake() {
      void put(wake(items.value, nowMs()))
      look()
    },
    async drop(id) {
      for (const [item, abort] of aborts) if (item.endsWith(`/${id}`)) abort.abort()
      await forget(kept, { id, items, sendings })
      options.onWrite()
    },
    async reload() {
      const [nextItemsKept, nextSendings] = await Promise.all([kept.items(), kept.sendings()])
      items.value = nextItemsKept.map((item) => items.value.find((row) => running.value.has(item.id) && row.id === item.id) ?? item)
      sendings.value = nextSendings
      look()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      for (const abort of aborts.values()) abort.abort()
    },
  }
}

type Forgotten = {
  readonly id: string
  readonly items: Signal<readonly OutboxItem[]>
  readonly sendings: Signal<readonly Sending[]>
}

async function forget(kept: OutboxKeep, { id, items, sendings }: Forgotten): Promise<void> {
  const before = items.value
  sendings.value = sendings.value.filter((row) => row.id !== id)
  items.value = dropCase(before, id)
  await kept.removeSending(id)
  await kept.writeItems(before, items.value)
}

/** The claim, the papers that the vault does not have yet, and the submission after them. */
function itemsOf(sending: Sending, { shelf }: Delivery, atMs: number): readonly OutboxItem[] {
  const ids = [...new Set(Object.values(sending.papers))].filter((id) => shelf.find(id)?.vaultId === null)
  const papers = ids.map((id) => newItem({ kind: 'paper', case: sending.id, of: id, after: [], atMs }))
  const isClaimed = !sending.isCorrection && sending.manifest !== ''
  const claims = isClaimed ? [newItem({ kind: 'claim', case: sending.id, of: sending.id, after: [], atMs })] : []
  const kind = sending.isCorrection ? 'resubmit' : 'submit'
  const after = [...claims, ...papers].map((item) => item.id)
  return [...claims, ...papers, newItem({ kind, case: sending.id, of: sending.id, after, atMs })]
}

/** Progress is told to the eye, not to the disk for every packet. */
function everyFew(tell: (part: number) => void): (part: number) => void {
  let told = 0
  return (part) => {
    if (part < 1 && part - told < 0.05) return
    told = part
    tell(part)
  }
}
