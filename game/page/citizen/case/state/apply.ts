import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { checkForm, dayAt, requirementsFor } from '../../../../case/index.ts'
import { newRequestKey } from '../../../shared/index.ts'
import { beginDraft, moveToVersion, type Draft, type KeptPaper } from '../draft/draft.ts'
import { lacking, type Lack } from '../draft/lacking.ts'
import { promisedIfSent } from '../draft/promise.ts'
import { planSteps, type DraftStep } from '../draft/steps.ts'
import type { Sending } from '../outbox/sending.ts'
import type { CaseApp } from './case-app.ts'
import { hashManifest } from './manifest.ts'
import type { ApplyStandard } from './standard.ts'

/** One service's form being filled in. Every change is on the device before the next. */
export type Apply = {
  readonly region: string
  readonly standard: ApplyStandard
  readonly draft: ReadonlySignal<Draft>
  readonly steps: ReadonlySignal<readonly DraftStep[]>
  readonly step: ReadonlySignal<DraftStep>
  readonly lacks: ReadonlySignal<readonly Lack[]>
  /** The day it is now where the office is, YYYY-MM-DD. */
  readonly today: string
  /** The day that is promised if it is sent now, YYYY-MM-DD. */
  readonly promisedDay: string
  change(by: (draft: Draft) => Draft): void
  /** To a step by its number; Back of the phone comes here too. */
  go(step: number): void
  /** Takes a paper on the device and gives it to a requirement. */
  takePaper(requirement: string, paper: KeptPaper, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Hands the case to the outbox. Resolves when it is kept there. */
  send(): Promise<string>
  /** Throws away what was filled in. */
  discard(): Promise<void>
}

export const draftName = (region: string, service: string) => `draft/${region}/${service}`

export async function openApply(caseApp: CaseApp, place: { readonly region: string; readonly standard: ApplyStandard }): Promise<Apply> {
  const { keep, shelf, courier } = caseApp
  const { region, standard } = place
  const { service, version, form } = standard
  const name = draftName(region, service)
  // Asked anew each time: a form may lie open over midnight, and a promise begins with the day after the office has closed.
  const today = () => dayAt(standard.calendar, Date.now())
  const promisedDay = () => promisedIfSent(standard, Date.now())
  const begin = () => beginDraft({ id: newRequestKey(), region, service, version, atMs: Date.now(), known: caseApp.known.value, form })
  const kept = await keep.read<Draft>(name)
  const draft = signal<Draft>(kept ? moveToVersion(kept, version, form) : begin())
  const steps = computed(() => planSteps(form, standard, draft.value))
  const change = (by: (now: Draft) => Draft) => {
    draft.value = { ...by(draft.value), changedAtMs: Date.now() }
    void keep.write(name, draft.value)
  }
  const facts = () => ({ papers: shelf.papers.value, today: today(), promisedDay: promisedDay() })
  return {
    region,
    standard,
    draft,
    steps,
    step: computed(() => steps.value[Math.min(draft.value.step, steps.value.length - 1)]),
    lacks: computed(() => lacking(draft.value, standard, facts())),
    get today() {
      return today()
    },
    get promisedDay() {
      return promisedDay()
    },
    change,
    go(step) {
      change((now) => ({ ...now, step: Math.max(0, Math.min(step, steps.value.length - 1)) }))
    },
    async takePaper(requirement, paper, bytes) {
      await shelf.add(paper, bytes)
      change((now) => ({ ...now, papers: { ...now.papers, [requirement]: { paper: paper.id, isAgreed: false } } }))
    },
    async send() {
      const sending = await sendingOf(draft.value, { standard, shelf, title: standard.name })
      await courier.send(sending)
      await keep.remove(name)
      return sending.id
    },
    async discard() {
      await keep.remove(name)
      draft.value = begin()
    },
  }
}

type SendFacts = { readonly standard: ApplyStandard; readonly shelf: CaseApp['shelf']; readonly title: Sending['title'] }

async function sendingOf(draft: Draft, { standard, shelf, title }: SendFacts): Promise<Sending> {
  const { id, region, service, version } = draft
  const { answers } = checkForm(standard.form, draft.answers)
  // What is not asked for with these answers stays here.
  const asked = new Set(requirementsFor(standard, answers).map((row) => row.slug))
  const agreed = Object.entries(draft.papers).filter(([slug, { isAgreed }]) => isAgreed && asked.has(slug))
  const papers = Object.fromEntries(agreed.map(([slug, { paper }]) => [slug, paper]))
  const hashes = Object.fromEntries(agreed.map(([slug, { paper }]) => [slug, shelf.find(paper)?.sha256 ?? '']))
  return {
    id,
    region,
    service,
    title,
    version,
    answers,
    form: standard.form,
    papers,
    names: Object.fromEntries(standard.requirements.filter((row) => row.slug in papers).map((row) => [row.slug, row.name])),
    hashes,
    manifest: await hashManifest({ case: id, region, service, version, answers, papers: hashes }),
    deviceAt: new Date().toISOString(),
    receipt: null,
    number: null,
    isCorrection: false,
  }
}
