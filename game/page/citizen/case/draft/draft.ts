import type { Answers, Form } from '../../../../case/index.ts'

/** A paper of this citizen, as this device knows it; its bytes lie beside it under `picture/ID`. */
export type KeptPaper = {
  /** Made on the device. */
  readonly id: string
  /** As in `Requirement.paper`. */
  readonly kind: string
  /** Whose paper, by the requirement's words in Indonesian; null: the citizen's own. Another's KTP is never offered as one's own. */
  readonly of: string | null
  readonly type: 'image/jpeg' | 'application/pdf'
  readonly bytes: number
  /** Of the bytes that are sent, hexadecimal. */
  readonly sha256: string
  /** YYYY-MM-DD; null: not said. */
  readonly expiresOn: string | null
  readonly takenAtMs: number
  /** Its id in the vault; null until the server has taken it. */
  readonly vaultId: string | null
  /** Whether the bytes lie on this device; those of papers from another phone do not. */
  readonly isHere: boolean
}

/** One paper for one requirement, and whether the citizen has agreed to this very use. */
export type Attached = { readonly paper: string; readonly isAgreed: boolean }

/** What is filled in and not sent yet. Plain data: kept after every change. */
export type Draft = {
  /** The id of the case to be, made here, so that sending twice is sending once. */
  readonly id: string
  readonly region: string
  readonly service: string
  /** The version of the standard whose form this is. */
  readonly version: number
  /** As typed: also what is not finished or not right yet. */
  readonly answers: Answers
  /** Fields that were filled from an earlier case when the draft began: shown together to look over, not asked one by one. */
  readonly recalled: readonly string[]
  /** By the requirement's slug. */
  readonly papers: Readonly<Record<string, Attached>>
  /** Number of the step that is open. */
  readonly step: number
  readonly isDeclared: boolean
  readonly startedAtMs: number
  readonly changedAtMs: number
}

export type DraftStart = Pick<Draft, 'id' | 'region' | 'service' | 'version'> & {
  readonly atMs: number
  readonly known: Answers
  readonly form: Form
}

/** A new draft, filled with what is known from before where the form still takes it. */
export function beginDraft({ id, region, service, version, atMs, known, form }: DraftStart): Draft {
  const names = Object.keys(form.properties).filter((name) => Object.hasOwn(known, name) && isStillTaken(form, name, known[name]))
  const answers = Object.fromEntries(names.map((name) => [name, known[name]]))
  return {
    id,
    region,
    service,
    version,
    answers,
    recalled: names,
    papers: {},
    step: 0,
    isDeclared: false,
    startedAtMs: atMs,
    changedAtMs: atMs,
  }
}

/** Another service may ask by the same name for another kind of answer, or offer other choices. */
function isStillTaken(form: Form, name: string, value: Answers[string]): boolean {
  const field = form.properties[name]
  if (field.type === 'boolean') return typeof value === 'boolean'
  if (field.type === 'integer') return typeof value === 'number'
  if (typeof value !== 'string') return false
  return field.oneOf === undefined || field.oneOf.some((choice) => choice.const === value)
}

/** @param value null takes the answer back */
export function answer(draft: Draft, name: string, value: string | number | boolean | null): Draft {
  const { [name]: _before, ...others } = draft.answers
  const answers = value === null ? others : { ...draft.answers, [name]: value }
  return { ...draft, answers }
}

export function attach(draft: Draft, requirement: string, attached: Attached): Draft {
  return { ...draft, papers: { ...draft.papers, [requirement]: attached } }
}

export function detach(draft: Draft, requirement: string): Draft {
  const { [requirement]: _before, ...others } = draft.papers
  return { ...draft, papers: others }
}

/** The standard has changed since: what its form still takes stays, the rest is asked anew. */
export function moveToVersion(draft: Draft, version: number, form: Form): Draft {
  if (draft.version === version) return draft
  const kept = Object.entries(draft.answers).filter(
    ([name, value]) => Object.hasOwn(form.properties, name) && isStillTaken(form, name, value),
  )
  return { ...draft, version, answers: Object.fromEntries(kept), recalled: [], step: 0, isDeclared: false }
}
