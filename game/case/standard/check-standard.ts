import { isDay } from '../form/calendar.ts'
import { checkCondition } from './check-condition.ts'
import { checkFields, isText } from './check-fields.ts'
import { checkTariff } from './check-tariff.ts'
import type { Localized } from './localized.ts'
import type { ServiceStandard } from './standard.ts'
import type { StandardFault, StandardFaultCode } from './standard-faults.ts'

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Everything that is wrong with a standard whose shape was checked by a schema before; none: cases can be handled by it.
 */
export function checkStandard(standard: ServiceStandard): StandardFault[] {
  const { service, validFrom, requirements, steps, form } = standard
  const fields = form?.properties ?? {}
  const names = Object.keys(fields)
  return [
    ...checkSlugs([{ slug: service }], 'service'),
    ...(isDay(validFrom) ? [] : [fault('validFrom', 'not-a-day', { day: validFrom })]),
    ...checkSlugs(requirements, 'requirements'),
    ...checkPapers(standard),
    ...requirements.flatMap((row, index) => [
      ...checkCondition(row.when, fields, names, `requirements.${index}.when`),
      ...needText(row.name, `requirements.${index}.name`),
    ]),
    ...checkSlugs(steps, 'steps'),
    ...checkSteps(standard),
    ...checkTariff(standard.tariff, validFrom, fields),
    ...checkSlugs(standard.tariff.items, 'tariff.items'),
    ...checkSlugs(standard.tariff.exemptions, 'tariff.exemptions'),
    ...needText(standard.product.name, 'product.name'),
    ...needText(standard.complaints, 'complaints'),
    ...(standard.body === null ? [] : needText(standard.body, 'body')),
    ...(form === null ? [] : checkFields(form)),
    ...checkReach(standard),
    ...checkKept(standard),
  ]
}

const fault = (path: string, code: StandardFaultCode, details: StandardFault['details'] = {}): StandardFault => ({ path, code, details })
const needText = (text: Localized, path: string): StandardFault[] => (isText(text) ? [] : [fault(path, 'no-text')])

function checkSlugs(rows: readonly { readonly slug: string }[], path: string): StandardFault[] {
  const seen = new Set<string>()
  return rows.flatMap(({ slug }, index) => {
    const at = rows.length === 1 && path === 'service' ? path : `${path}.${index}.slug`
    if (!slugPattern.test(slug) || slug.length > 64) return [fault(at, 'wrong-slug', { slug })]
    const isDouble = seen.has(slug)
    seen.add(slug)
    return isDouble ? [fault(at, 'double-slug', { slug })] : []
  })
}

/** A kept paper is found again by its kind: asked for twice, nobody could say which of the two it is. */
function checkPapers({ requirements, form }: ServiceStandard): StandardFault[] {
  const kinds = requirements.map((row) => row.paper)
  const faults = requirements.length === 0 && form === null ? [fault('requirements', 'no-requirement')] : []
  for (const [index, paper] of kinds.entries()) {
    const path = `requirements.${index}.paper`
    if (!slugPattern.test(paper)) faults.push(fault(path, 'wrong-slug', { slug: paper }))
    else if (kinds.indexOf(paper) < index) faults.push(fault(path, 'double-paper', { paper }))
  }
  return faults
}

function checkSteps({ steps }: ServiceStandard): StandardFault[] {
  const faults = steps.length === 0 ? [fault('steps', 'no-step')] : []
  for (const [index, { name, workingDays }] of steps.entries()) {
    faults.push(...needText(name, `steps.${index}.name`))
    const isDays = Number.isInteger(workingDays) && workingDays >= 0
    if (!isDays) faults.push(fault(`steps.${index}.workingDays`, 'wrong-days', { days: workingDays }))
  }
  return faults
}

/** What is promised to be done from here can be. */
function checkReach({ remote, form, body, product }: ServiceStandard): StandardFault[] {
  if (remote === 'prepare') return []
  const faults = form === null ? [fault('form', 'no-form')] : []
  if (remote !== 'all') return faults
  if (body !== null) faults.push(fault('body', 'body-needed'))
  if (product.kind === 'card') faults.push(fault('remote', 'body-missing'))
  return faults
}

/** The eight components that an agency keeps, where they are written out. */
function checkKept({ kept }: ServiceStandard): StandardFault[] {
  if (kept === null) return []
  const { legalBasis, staff, ...texts } = kept
  const faults = Object.entries(texts).flatMap(([name, text]) => needText(text, `kept.${name}`))
  if (legalBasis.length === 0 || legalBasis.some((basis) => basis.trim() === '')) faults.push(fault('kept.legalBasis', 'no-basis'))
  if (!Number.isInteger(staff) || staff < 1) faults.push(fault('kept.staff', 'wrong-quota', { quota: staff }))
  return faults
}
