import type { Form } from '../form/form.ts'
import { dayAfter, isDay } from '../form/calendar.ts'
import { checkCondition } from './check-condition.ts'
import { isText } from './check-fields.ts'
import type { Exemption, Tariff, TariffItem } from './standard.ts'
import type { StandardFault, StandardFaultCode } from './standard-faults.ts'

const fault = (path: string, code: StandardFaultCode, details: StandardFault['details'] = {}): StandardFault => ({ path, code, details })

/** Whether every day from `validFrom` on has a fee with its regulation, whatever is answered. */
export function checkTariff(tariff: Tariff, validFrom: string, fields: Form['properties']): StandardFault[] {
  const names = Object.keys(fields)
  return [
    ...tariff.items.flatMap((item, index) => [
      ...checkItem(item, `tariff.items.${index}`),
      ...checkCondition(item.when, fields, names, `tariff.items.${index}.when`),
    ]),
    ...tariff.exemptions.flatMap((exemption, index) => [
      ...checkExemption(exemption, `tariff.exemptions.${index}`),
      ...checkCondition(exemption.when, fields, names, `tariff.exemptions.${index}.when`),
    ]),
    ...checkGaps(tariff.items, validFrom),
    ...checkOrder(tariff.items),
  ]
}

function checkItem({ name, rupiah, note, basis, validFrom, validUntil }: TariffItem, path: string): StandardFault[] {
  const faults = checkSpan(validFrom, validUntil, path, ['validFrom', 'validUntil'])
  if (!isText(name)) faults.push(fault(`${path}.name`, 'no-text'))
  if (basis.trim() === '') faults.push(fault(`${path}.basis`, 'no-basis'))
  if (rupiah !== null && !(Number.isSafeInteger(rupiah) && rupiah >= 0)) faults.push(fault(`${path}.rupiah`, 'wrong-amount', { rupiah }))
  if (rupiah === null && (note === undefined || !isText(note))) faults.push(fault(`${path}.note`, 'no-reckoning'))
  return faults
}

function checkExemption({ name, basis, from, until, quota }: Exemption, path: string): StandardFault[] {
  const faults = checkSpan(from, until, path, ['from', 'until'])
  if (!isText(name)) faults.push(fault(`${path}.name`, 'no-text'))
  if (basis.trim() === '') faults.push(fault(`${path}.basis`, 'no-basis'))
  if (quota !== null && !(Number.isInteger(quota) && quota >= 1)) faults.push(fault(`${path}.quota`, 'wrong-quota', { quota }))
  return faults
}

function checkSpan(from: string, until: string | undefined, path: string, names: readonly [string, string]): StandardFault[] {
  const faults: StandardFault[] = []
  if (!isDay(from)) faults.push(fault(`${path}.${names[0]}`, 'not-a-day', { day: from }))
  if (until === undefined) return faults
  if (!isDay(until)) faults.push(fault(`${path}.${names[1]}`, 'not-a-day', { day: until }))
  else if (until < from) faults.push(fault(`${path}.${names[1]}`, 'wrong-order', { from, until }))
  return faults
}

/** A gap can only begin at `validFrom` or after a row's last day: on each such day a row without a condition must hold. */
function checkGaps(items: readonly TariffItem[], validFrom: string): StandardFault[] {
  const always = items.filter((item) => item.when === undefined)
  const ends = always.flatMap(({ validUntil }) => (validUntil === undefined || !isDay(validUntil) ? [] : [dayAfter(validUntil)]))
  const days = [validFrom, ...ends.filter((day) => day > validFrom).sort()]
  const gap = days.find((day) => !always.some((item) => item.validFrom <= day && day <= endOf(item)))
  return gap === undefined ? [] : [fault('tariff.items', 'fee-gap', { day: gap })]
}

/** The first row that holds is taken: one behind a row that always holds while it does is never reached. */
function checkOrder(items: readonly TariffItem[]): StandardFault[] {
  return items.flatMap((item, index) => {
    const before = items
      .slice(0, index)
      .find((other) => other.when === undefined && other.validFrom <= item.validFrom && endOf(other) >= endOf(item))
    return before === undefined ? [] : [fault(`tariff.items.${index}`, 'unreachable-item', { slug: before.slug })]
  })
}

const endOf = (item: TariffItem): string => item.validUntil ?? '9999-12-31'
