import { requirementsFor, visibleFields, type Answers, type Form, type ServiceStandard } from '../../../../case/index.ts'

/** One screen of the way: what is known from before, a few questions, the papers, or the look over it all before sending. */
export type DraftStep =
  | { readonly kind: 'known'; readonly fields: readonly string[] }
  | { readonly kind: 'questions'; readonly fields: readonly string[] }
  | { readonly kind: 'papers' }
  | { readonly kind: 'check' }

/** What fits a small screen above its keyboard. */
const fullScreen = 4.5
/** Fewer than these are quicker looked at where they are asked. */
const fewestKnown = 3

/**
 * The steps with these answers. Questions are cut into screens by the form alone, so that a question that appears or goes while one writes never moves
 * another to a different screen; screens without a question are left out.
 * @param recalled fields that were filled from an earlier case when the draft began: one list to look over, before the questions
 */
export function planSteps(
  form: Form,
  standard: Pick<ServiceStandard, 'requirements'>,
  filled: { readonly answers: Answers; readonly recalled: readonly string[] },
): readonly DraftStep[] {
  const visible = visibleFields(form, filled.answers)
  const isListed = filled.recalled.length >= fewestKnown
  const known = isListed ? visible.filter((name) => filled.recalled.includes(name)) : []
  const asked = new Set(visible.filter((name) => !known.includes(name)))
  const questions = cutIntoScreens(form, known)
    .map((fields) => fields.filter((name) => asked.has(name)))
    .filter((fields) => fields.length > 0)
    .map((fields): DraftStep => ({ kind: 'questions', fields }))
  const papers: DraftStep[] = requirementsFor(standard, filled.answers).length > 0 ? [{ kind: 'papers' }] : []
  return [...(known.length > 0 ? [{ kind: 'known', fields: known } as const] : []), ...questions, ...papers, { kind: 'check' }]
}

function cutIntoScreens(form: Form, without: readonly string[]): string[][] {
  const screens: string[][] = []
  let room = 0
  for (const [name, field] of Object.entries(form.properties)) {
    if (without.includes(name)) continue
    const height = heightOf(field)
    if (height > room) {
      screens.push([])
      room = fullScreen
    }
    screens[screens.length - 1].push(name)
    room -= height
  }
  return screens
}

/** In fields of one line. A list of choices stands open: each is a row for the thumb. */
function heightOf(field: Form['properties'][string]): number {
  if (field.type === 'boolean') return 1
  if (field.type === 'string' && field.oneOf !== undefined) return Math.min(fullScreen, 1 + Math.ceil(field.oneOf.length / 2))
  return field['x-hint'] === undefined ? 1 : 1.5
}
