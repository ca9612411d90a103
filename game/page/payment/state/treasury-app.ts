import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { ReconciliationsResponse, ReconciliationView, Region } from '../../../api/index.ts'
import { callSentence, type ApiCall, type Language, type Text } from '../../shared/index.ts'

/** Statements of a region against its fees. */
export type TreasuryApp = {
  readonly regions: readonly Region[]
  readonly region: ReadonlySignal<string>
  readonly reports: ReadonlySignal<readonly ReconciliationView[]>
  readonly problem: ReadonlySignal<string | null>
  readonly isBusy: ReadonlySignal<boolean>
  choose(region: string): void
  send(csv: string): Promise<void>
}

export function createTreasuryApp(options: {
  readonly regions: readonly Region[]
  readonly region: string
  readonly call: ApiCall
  readonly text: Text
  readonly sendCsv: (path: string, csv: string) => Promise<void>
}): TreasuryApp {
  const { regions, call, text, sendCsv } = options
  const region = signal(options.region)
  const reports = signal<readonly ReconciliationView[]>([])
  const problem = signal<string | null>(null)
  const isBusy = signal(false)
  const path = (): string => `/api/admin/reconciliations?region=${encodeURIComponent(region.peek())}`

  async function run(work: () => Promise<void>): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    problem.value = null
    try {
      await work()
      reports.value = (await call<ReconciliationsResponse>('GET', path())).reconciliations
    } catch (error) {
      problem.value = callSentence(error, text.t)
    }
    isBusy.value = false
  }
  void run(async () => undefined)
  return {
    regions,
    region,
    reports,
    problem,
    isBusy,
    choose(next) {
      region.value = next
      void run(async () => undefined)
    },
    send: (csv) => run(() => sendCsv(path(), csv)),
  }
}

/** A statement is sent as it is: it is no JSON. @throws CodedError with the server's sentence, or `offline` */
export function createCsvSender(language: Language, fetcher: typeof fetch): (path: string, csv: string) => Promise<void> {
  return async (path, csv) => {
    let response: Response
    try {
      const headers = { 'content-type': 'text/csv', accept: 'application/json', 'accept-language': language }
      response = await fetcher(path, { method: 'POST', headers, body: csv, credentials: 'same-origin' })
    } catch {
      throw new CodedError('offline', `${path} could not be reached; send it again when the network is back`)
    }
    if (response.ok) return
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    throw new CodedError(error.code, error.message)
  }
}
