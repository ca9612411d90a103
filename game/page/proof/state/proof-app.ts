import { CodedError } from '@balai/engine/core'
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { ProofDays } from '../../../api/index.ts'
import type { CheckedExport } from '../check/check-export.ts'
import { readErrors } from '../check/read-export.ts'
import { findReceipt, readReceipt, tellReceipt, type ReceiptStory } from '../check/tell-receipt.ts'

/** What is known of one line. */
export type LineCheck =
  | { readonly state: 'idle' | 'loading' }
  | { readonly state: 'checking'; readonly done: number; readonly of: number }
  | { readonly state: 'good' | 'broken'; readonly checked: CheckedExport }
  /** What came is no export; `line` of the file. */
  | { readonly state: 'unreadable'; readonly line: number }
  /** A good export of something else than was asked for. */
  | { readonly state: 'other' }
  /** It could not be fetched. */
  | { readonly state: 'failed'; readonly error: unknown }

export type ReceiptSearch =
  | { readonly state: 'none' | 'malformed' | 'searching' }
  /** `isSure` false: not every line could be looked through. */
  | { readonly state: 'nowhere'; readonly isSure: boolean }
  | { readonly state: 'found'; readonly group: string; readonly story: ReceiptStory }
  /** It stands behind the first broken line, where nothing is proved; `line` of the export, from 1. */
  | { readonly state: 'unproved'; readonly group: string; readonly line: number }

/** `broken` as soon as one line is; `good` when all are. */
export type Verdict = 'empty' | 'idle' | 'checking' | 'good' | 'broken' | 'unfinished'

export type ProofApp = {
  readonly day: string
  readonly region: string
  readonly lines: ProofDays['lines']
  /** One for each line: who shows one line is not drawn anew for the others. */
  readonly checks: ReadonlyMap<string, ReadonlySignal<LineCheck>>
  readonly verdict: ReadonlySignal<Verdict>
  readonly search: ReadonlySignal<ReceiptSearch>
  /** Events of the day, and how many of them are checked by now. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly of: number }>
  /** Checks a line; those that were checked stay as they are. One after the other. */
  check(group: string): Promise<LineCheck>
  checkAll(): Promise<void>
  /** Looks for what somebody pasted, line by line, those first that are checked already. */
  find(receipt: string, group?: string | null): Promise<void>
}

/** @param options.load fetches and checks one line. @throws CodedError of `readErrors` and of the API */
export function createProofApp(options: {
  readonly days: ProofDays
  readonly region: string
  readonly load: (group: string, onLine: (done: number, of: number) => void) => Promise<CheckedExport>
}): ProofApp {
  const { days, region, load } = options
  const { day, lines } = days
  const checks = new Map<string, Signal<LineCheck>>(lines.map(({ group }) => [group, signal<LineCheck>({ state: 'idle' })]))
  const search = signal<ReceiptSearch>({ state: 'none' })
  const of = lines.reduce((sum, { events }) => sum + events, 0)
  const all = computed(() => [...checks.values()].map((check) => check.value))
  const running = new Map<string, Promise<LineCheck>>()
  let work: Promise<unknown> = Promise.resolve()
  let asked = 0

  const put = (group: string, next: LineCheck): LineCheck => {
    const check = checks.get(group)
    if (check !== undefined) check.value = next
    return next
  }
  async function run(group: string): Promise<LineCheck> {
    put(group, { state: 'loading' })
    try {
      let drawn = 0
      const checked = await load(group, (done, count) => {
        // A bar of a hundred steps is smooth enough, and drawing costs more than checking.
        if (done * 100 < drawn * count) return
        drawn = Math.floor((done * 100) / Math.max(1, count)) + 1
        put(group, { state: 'checking', done, of: count })
      })
      const { head } = checked.whole
      if (head.region !== region || head.day !== day || head.group !== group) return put(group, { state: 'other' })
      return put(group, { state: checked.report.ok ? 'good' : 'broken', checked })
    } catch (error) {
      const isUnreadable = error instanceof CodedError && error.code in readErrors
      return put(group, isUnreadable ? { state: 'unreadable', line: Number(error.details.line) } : { state: 'failed', error })
    }
  }
  function check(group: string): Promise<LineCheck> {
    const known = checks.get(group)?.peek()
    if (known !== undefined && isDone(known)) return Promise.resolve(known)
    const before = running.get(group)
    if (before !== undefined) return before
    const next = work.then(() => run(group)).finally(() => running.delete(group))
    running.set(group, next)
    work = next
    return next
  }
  const cost = ({ group, events }: { group: string; events: number }): number => (isDone(checks.get(group)?.peek()) ? 0 : events)

  return {
    day,
    region,
    lines,
    checks,
    search,
    check,
    progress: computed(() => ({ done: lines.reduce((sum, line) => sum + doneOf(checks.get(line.group)?.value, line.events), 0), of })),
    verdict: computed(() => {
      const is = (...states: LineCheck['state'][]): boolean => all.value.some(({ state }) => states.includes(state))
      if (all.value.length === 0) return 'empty'
      if (is('broken', 'unreadable', 'other')) return 'broken'
      if (is('loading', 'checking')) return 'checking'
      if (is('failed')) return 'unfinished'
      return is('idle') ? 'idle' : 'good'
    }),
    async checkAll() {
      await Promise.all(lines.map(({ group }) => check(group)))
    },
    async find(text, group = null) {
      asked++
      const turn = asked
      const receipt = readReceipt(text)
      search.value = { state: receipt === null ? 'malformed' : 'searching' }
      if (receipt === null) return
      let isSure = true
      const order = [...lines].sort((a, b) => Number(b.group === group) - Number(a.group === group) || cost(a) - cost(b))
      for (const line of order) {
        const found = await check(line.group)
        if (turn !== asked) return
        const answer = 'checked' in found ? lookFor(found.checked, line.group, receipt) : null
        if (answer !== null) {
          search.value = answer
          return
        }
        isSure &&= isDone(found)
      }
      search.value = { state: 'nowhere', isSure }
    },
  }
}

function isDone(check: LineCheck | undefined): boolean {
  return check !== undefined && !['idle', 'loading', 'checking', 'failed'].includes(check.state)
}

function doneOf(check: LineCheck | undefined, events: number): number {
  if (check?.state === 'checking') return Math.min(check.done, events)
  return isDone(check) ? events : 0
}

function lookFor({ whole, sound, report }: CheckedExport, group: string, receipt: string): ReceiptSearch | null {
  const line = findReceipt(whole.lines, receipt)
  if (line === null) return null
  if (!report.ok && line >= report.line) return { state: 'unproved', group, line }
  const story = tellReceipt(sound, line)
  return story === null ? null : { state: 'found', group, story }
}
