import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Answers } from '../../../../case/index.ts'
import type { CaseView, PapersResponse, SessionView } from '../../../../api/index.ts'
import type { Text } from '../../../shared/index.ts'
import type { CitizenApp } from '../../app/citizen-app.ts'
import { countDrafts, draftPrefixes } from '../draft/count-drafts.ts'
import { learnAnswers } from '../draft/known.ts'
import type { DeviceKeep } from '../keep/device-keep.ts'
import { openKeep } from '../keep/open-keep.ts'
import { ownKeep } from '../keep/owner.ts'
import { watchNames } from '../keep/watch-names.ts'
import { startCourier, type Courier } from '../outbox/courier.ts'
import type { Sending } from '../outbox/sending.ts'
import { openPaperShelf, type PaperShelf } from '../papers/paper-shelf.ts'
import { noteUnsent } from '../../app/unsent.ts'
import { createCarrier } from './carrier.ts'
import { createCaseList, type CaseList } from './case-list.ts'

/** The citizen's side of cases: what this device keeps, what it carries, what the server has. Lives as long as the page. */
export type CaseApp = {
  readonly app: CitizenApp
  readonly keep: DeviceKeep
  readonly shelf: PaperShelf
  readonly courier: Courier
  readonly list: CaseList
  /** Answers of earlier cases, offered again by the names of their fields. */
  readonly known: ReadonlySignal<Answers>
  /** Raised when the keep was emptied because somebody else has signed in. */
  readonly emptied: Signal<number>
}

const knownName = 'known'

export async function createCaseApp(app: CitizenApp, text: Text): Promise<CaseApp> {
  const written = signal(0)
  const keep = watchNames(await openKeep(), draftPrefixes, () => (written.value += 1))
  const shelf = await openPaperShelf(keep)
  const known = signal<Answers>((await keep.read<Answers>(knownName)) ?? {})
  const emptied = signal(0)
  const own: Own = { isTheirs: false }
  const list = await createCaseList(app, keep)
  let courier: Awaited<ReturnType<typeof startCourier>> | null = null
  const carrier = createCarrier(() => void shelf.reload().then(() => courier?.reload()))

  const onDone = async (sending: Sending, view: CaseView) => {
    list.put(view)
    known.value = learnAnswers(known.value, sending.form, sending.answers)
    await keep.write(knownName, known.value)
  }
  courier = await startCourier({
    delivery: { call: app.call, keep, shelf, sendBytes: async (sending) => (await loadSender()).sendBytes(sending) },
    t: text.t,
    isCarrier: () => own.isTheirs && carrier.isCarrier(),
    onWrite: carrier.tell,
    onDone,
    nowMs: Date.now,
    chance: Math.random,
  })
  const caseApp: CaseApp = { app, keep, shelf, courier, list, known, emptied }
  followSession(caseApp, { reload: courier.reload, known, own })
  followNetwork(caseApp)
  followUnsent(caseApp, written)
  return caseApp
}

/** The part that speaks tus, as a file of its own: nobody needs it before there is a paper to send. */
const loadSender = () => import('../outbox/send-bytes.ts')

/** Whether what is kept belongs to who is signed in now: before that is known, nothing leaves this device. */
type Own = { isTheirs: boolean }
type Following = { readonly reload: () => Promise<void>; readonly known: Signal<Answers>; readonly own: Own }

/** Whoever signs in owns what is kept; only then is anything sent. */
function followSession(caseApp: CaseApp, { reload, known, own }: Following): void {
  const { app, keep, shelf, list, courier } = caseApp
  let last: string | null = null
  const take = async (session: SessionView | null) => {
    if (!(await ownKeep(keep, session))) {
      known.value = {}
      list.clear()
      await Promise.all([shelf.reload(), reload()])
      caseApp.emptied.value += 1
    }
    own.isTheirs = true
    courier.wake()
    void list.load()
    void learnPapers(caseApp)
  }
  effect(() => {
    const session = app.session.value
    const now = session?.role === 'citizen' ? `${session.nikMasked} ${session.phoneMasked}` : null
    if (now === last) return
    last = now
    own.isTheirs = false
    if (now !== null) void take(session)
  })
}

/** Whoever signs out is told what goes with the session, also on pages that never load this part. */
function followUnsent({ keep, courier, list }: CaseApp, written: ReadonlySignal<number>): void {
  effect(() => noteUnsent({ sendings: courier.sendings.value.filter((row) => row.number === null).length }))
  effect(() => {
    const known = { cases: list.cases.value ?? [], sendings: courier.sendings.value }
    const at = written.value
    const count = async () => {
      const names = (await Promise.all(draftPrefixes.map((prefix) => keep.names(prefix)))).flat()
      if (at === written.value) noteUnsent({ drafts: countDrafts(names, known) })
    }
    void count()
  })
}

async function learnPapers({ app, shelf }: CaseApp): Promise<void> {
  try {
    await shelf.learn((await app.call<PapersResponse>('GET', '/api/papers')).papers)
  } catch {
    // Papers from another phone are a convenience.
  }
}

/** The line is back, or somebody looks at the page again. */
function followNetwork({ app, courier, list }: CaseApp): void {
  window.addEventListener('online', () => courier.wake())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') courier.wake()
  })
  app.socket.on('hello', () => {
    courier.wake()
    if (app.session.value?.role === 'citizen') void list.load()
  })
}
