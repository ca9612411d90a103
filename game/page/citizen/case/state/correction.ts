import { computed, signal, type ReadonlySignal } from '@preact/signals'
import {
  addWorkingDays,
  checkForm,
  dayAt,
  requirementsFor,
  visibleFields,
  type FieldError,
  type Localized,
  type Requirement,
} from '../../../../case/index.ts'
import type { CaseAnswers, CaseView } from '../../../../api/index.ts'
import type { Draft, KeptPaper } from '../draft/draft.ts'
import { paperState } from '../draft/lacking.ts'
import type { Sending } from '../outbox/sending.ts'
import type { CaseApp } from './case-app.ts'
import { hashManifest } from './manifest.ts'
import type { ApplyStandard } from './standard.ts'

/** What was sent back, being put right: only that may change, and what a changed answer newly asks for. */
export type Correction = {
  readonly standard: ApplyStandard
  /** As it was sent. */
  readonly before: CaseAnswers
  readonly draft: ReadonlySignal<Draft>
  readonly fields: ReadonlySignal<readonly string[]>
  readonly papers: ReadonlySignal<readonly Requirement[]>
  /** Fields that are not right yet, or still as they were. */
  readonly errors: ReadonlySignal<readonly (FieldError | { readonly field: string; readonly code: 'same' })[]>
  readonly lackingPapers: ReadonlySignal<readonly Requirement[]>
  /** All that is to be put right, in the order of the page, and whether it still is. */
  readonly parts: ReadonlySignal<readonly CorrectionPart[]>
  readonly today: string
  readonly promisedDay: string
  change(by: (draft: Draft) => Draft): void
  takePaper(requirement: string, paper: KeptPaper, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  send(): Promise<void>
}

type CorrectionPart = {
  readonly kind: 'field' | 'paper'
  readonly name: string
  readonly title: Localized
  readonly isOpen: boolean
}

type Given = { readonly view: CaseView; readonly standard: ApplyStandard; readonly before: CaseAnswers }

/** @throws what the device's store throws; nothing is asked of the network */
export async function openCorrection(caseApp: CaseApp, { view, standard, before }: Given): Promise<Correction> {
  const { keep, shelf, courier } = caseApp
  const { form, calendar } = standard
  const returned = { fields: view.returned?.fields ?? [], papers: view.returned?.papers ?? [] }
  // A second return is another correction.
  const name = `fix/${view.id}/${view.returned?.at ?? ''}`
  const today = dayAt(calendar, Date.now())
  const promisedDay = addWorkingDays(calendar, today, 1)
  const draft = signal<Draft>((await keep.read<Draft>(name)) ?? startOf(view, before))
  const change = (by: (now: Draft) => Draft) => {
    draft.value = { ...by(draft.value), changedAtMs: Date.now() }
    void keep.write(name, draft.value)
  }
  const isReturnedPaper = (slug: string) => returned.papers.some((row) => row.requirement === slug)
  // What was asked before and left out stays out: only what the new answers ask for comes with them.
  const askedBefore = {
    fields: visibleFields(form, before.answers),
    papers: requirementsFor(standard, before.answers).map(({ slug }) => slug),
  }
  const fields = computed(() =>
    visibleFields(form, draft.value.answers).filter(
      (field) => returned.fields.some((row) => row.field === field) || !askedBefore.fields.includes(field),
    ),
  )
  const papers = computed(() =>
    requirementsFor(standard, draft.value.answers).filter((row) => isReturnedPaper(row.slug) || !askedBefore.papers.includes(row.slug)),
  )
  const errors = computed(() => {
    const found = checkForm(form, draft.value.answers, { day: today }).errors.filter((row) => fields.value.includes(row.field))
    const same = returned.fields
      // What is not asked for with the new answers needs no answer, and could not be given one.
      .filter(({ field }) => fields.value.includes(field) && !found.some((row) => row.field === field))
      .filter(({ field }) => draft.value.answers[field] === before.answers[field])
      .map(({ field }) => ({ field, code: 'same' }) as const)
    return [...found, ...same]
  })
  const lackingPapers = computed(() =>
    papers.value.filter((row) => {
      // One that was sent back is sent anew, also where it was sent of one's own accord.
      if (isReturnedPaper(row.slug) && !Object.hasOwn(draft.value.papers, row.slug)) return true
      return !['ready', 'optional'].includes(paperState(draft.value, row, { papers: shelf.papers.value, promisedDay }))
    }),
  )
  const parts = computed(() => [
    ...fields.value.map((name): CorrectionPart => {
      const isOpen = errors.value.some((row) => row.field === name)
      return { kind: 'field', name, title: form.properties[name]['x-title'], isOpen }
    }),
    ...papers.value.map(
      (row): CorrectionPart => ({ kind: 'paper', name: row.slug, title: row.name, isOpen: lackingPapers.value.includes(row) }),
    ),
  ])
  return {
    standard,
    before,
    draft,
    fields,
    papers,
    errors,
    lackingPapers,
    parts,
    today,
    promisedDay,
    change,
    async takePaper(requirement, paper, bytes) {
      await shelf.add(paper, bytes)
      change((now) => ({ ...now, papers: { ...now.papers, [requirement]: { paper: paper.id, isAgreed: false } } }))
    },
    async send() {
      await courier.drop(view.id)
      // The draft stays: a correction that is refused is gone on with.
      await courier.send(await correctionOf({ view, standard, before, draft: draft.value, shelf }))
    },
  }
}

function startOf(view: CaseView, before: CaseAnswers): Draft {
  const { id, region, service, version } = view
  const nowMs = Date.now()
  return {
    id,
    region,
    service,
    version,
    answers: before.answers,
    recalled: [],
    papers: {},
    step: 0,
    isDeclared: true,
    startedAtMs: nowMs,
    changedAtMs: nowMs,
  }
}

type CorrectionFacts = Given & { readonly draft: Draft; readonly shelf: CaseApp['shelf'] }

/** The whole of it again; what was not sent back as it is in the vault. */
async function correctionOf({ view, standard, before, draft, shelf }: CorrectionFacts): Promise<Sending> {
  const { id, region, service, version } = view
  const { answers } = checkForm(standard.form, draft.answers)
  const asked = requirementsFor(standard, answers).map((row) => row.slug)
  const chosen = Object.fromEntries(Object.entries(draft.papers).map(([slug, { paper }]) => [slug, paper]))
  const papers = Object.fromEntries(Object.entries({ ...before.papers, ...chosen }).filter(([slug]) => asked.includes(slug)))
  const hashes = Object.fromEntries(Object.entries(papers).map(([slug, paper]) => [slug, shelf.find(paper)?.sha256 ?? paper]))
  return {
    id,
    region,
    service,
    title: standard.name,
    version,
    answers,
    form: standard.form,
    papers,
    names: Object.fromEntries(standard.requirements.map((row) => [row.slug, row.name])),
    hashes,
    manifest: await hashManifest({ case: id, region, service, version, answers, papers: hashes }),
    deviceAt: new Date().toISOString(),
    receipt: null,
    number: null,
    isCorrection: true,
  }
}
