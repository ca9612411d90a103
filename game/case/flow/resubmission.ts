import type { CaseState, FilledForm } from './case-state.ts'

type Parts = Readonly<Record<string, string>>

export function sameForm(a: FilledForm, b: FilledForm): boolean {
  return sameParts(a.hashes, b.hashes)
}

export function sameParts(a: Parts, b: Parts): boolean {
  return changedParts(a, b).length === 0
}

/** Names whose value differs, or that only one of the two has. */
export function changedParts(before: Parts, after: Parts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => valueOf(before, name) !== valueOf(after, name))
}

/**
 * Whether a resubmission changes only what it may, and answers each part that was returned.
 * @param to.followed fields and requirements that are asked for now and were not, or the other way about
 * @param to.asked fields and requirements that are asked for with the new answers
 * @returns the refusal, with the first part that it is about; null when it may be
 */
export function whyNotResubmit(
  state: CaseState,
  to: { readonly form: FilledForm; readonly papers: Parts; readonly followed: readonly string[]; readonly asked: readonly string[] },
): { readonly code: 'not-returned' | 'part-unanswered'; readonly part: string } | null {
  const fields = state.returned?.fields.map(({ field }) => field) ?? []
  const requirements = state.returned?.papers.map(({ requirement }) => requirement) ?? []
  const strange =
    firstStrange(state.form.hashes, to.form.hashes, fields, to.followed) ?? firstStrange(state.papers, to.papers, requirements, to.followed)
  if (strange !== null) return { code: 'not-returned', part: strange }
  // A field and a requirement may have the same name: each is looked for among its own.
  const open = [
    ...unanswered(fields, changedParts(state.form.hashes, to.form.hashes), to.asked),
    ...unanswered(requirements, changedParts(state.papers, to.papers), to.asked),
  ]
  return open.length === 0 ? null : { code: 'part-unanswered', part: open[0] }
}

/** What nobody asks for any more cannot be put right, and holds nothing up. */
function unanswered(returned: readonly string[], changed: readonly string[], asked: readonly string[]): string[] {
  return returned.filter((part) => asked.includes(part) && !changed.includes(part))
}

/** What both have may differ only where it was returned; what one has, also where the question came or went. */
function firstStrange(before: Parts, after: Parts, returned: readonly string[], followed: readonly string[]): string | null {
  const strange = changedParts(before, after).find((name) => {
    if (returned.includes(name)) return false
    return valueOf(before, name) !== null && valueOf(after, name) !== null ? true : !followed.includes(name)
  })
  return strange ?? null
}

function valueOf(parts: Parts, name: string): string | null {
  return Object.hasOwn(parts, name) ? parts[name] : null
}
