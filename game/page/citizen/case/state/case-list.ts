import { signal, type ReadonlySignal } from '@preact/signals'
import type { CasesResponse, CaseView } from '../../../../api/index.ts'
import { callSentence } from '../../../shared/index.ts'
import type { CitizenApp } from '../../app/citizen-app.ts'
import type { DeviceKeep } from '../keep/device-keep.ts'

/** My cases as the server last told of them; kept on the device, so that they can be looked up where there is no signal. */
export type CaseList = {
  /** null: nobody knows yet. */
  readonly cases: ReadonlySignal<readonly CaseView[] | null>
  /** When the server told; null: not since this page was opened. */
  readonly toldAtMs: ReadonlySignal<number | null>
  /** Why the last asking went wrong; null: it did not. */
  readonly problem: ReadonlySignal<string | null>
  load(): Promise<void>
  put(view: CaseView): void
  clear(): void
}

const listName = 'cases'

export async function createCaseList(app: CitizenApp, keep: DeviceKeep): Promise<CaseList> {
  const cases = signal<readonly CaseView[] | null>(await keep.read<readonly CaseView[]>(listName))
  const toldAtMs = signal<number | null>(null)
  const problem = signal<string | null>(null)
  const set = (next: readonly CaseView[]) => {
    cases.value = next
    void keep.write(listName, next)
  }
  return {
    cases,
    toldAtMs,
    problem,
    async load() {
      try {
        set((await app.call<CasesResponse>('GET', '/api/cases')).cases)
        toldAtMs.value = Date.now()
        problem.value = null
      } catch (error) {
        problem.value = callSentence(error, app.text.t)
      }
    },
    put(view) {
      set([view, ...(cases.value ?? []).filter((row) => row.id !== view.id)])
    },
    clear() {
      cases.value = null
    },
  }
}
