import { holds, type Answers } from './condition.ts'
import type { Exemption, Tariff, TariffItem } from './standard.ts'

/** What is to be paid for one case on one day, and why. */
export type Fee = {
  /** Whole rupiah; null: no fixed amount, `item.note` says how it is reckoned. */
  readonly rupiah: number | null
  /** The row of the tariff that holds, also where an exemption lifts it: what would be paid without. */
  readonly item: TariffItem
  /** What makes it free; null: nothing does, or it is free anyway. */
  readonly exemption: Exemption | null
  /** The regulation that decides: that of the exemption where there is one. */
  readonly basis: string
}

export type FeeCircumstances = {
  /** YYYY-MM-DD, in the region's time zone: the day of the submission. */
  readonly day: string
  /** Those that count: of the fields that are asked. Before a form is filled in: {}. */
  readonly answers: Answers
  /** How many cases each exemption has lifted so far, by its slug; missing: none. */
  readonly exemptionsUsed?: Readonly<Record<string, number>>
}

/** The fee; null when the tariff has no row for that day and those answers, which `checkStandard` refuses for every day from `validFrom` on. */
export function feeAt(tariff: Tariff, circumstances: FeeCircumstances): Fee | null {
  const { day, answers, exemptionsUsed = {} } = circumstances
  const item = tariff.items.find((row) => isWithin(day, row.validFrom, row.validUntil) && holds(row.when, answers))
  if (item === undefined) return null
  // What is free anyway takes nothing of a quota that others need.
  const exemption = item.rupiah === 0 ? undefined : tariff.exemptions.find((row) => mayExempt(row, day, answers, exemptionsUsed))
  if (exemption === undefined) return { rupiah: item.rupiah, item, exemption: null, basis: item.basis }
  return { rupiah: 0, item, exemption, basis: exemption.basis }
}

function mayExempt(exemption: Exemption, day: string, answers: Answers, used: Readonly<Record<string, number>>): boolean {
  if (!isWithin(day, exemption.from, exemption.until) || !holds(exemption.when, answers)) return false
  const count = Object.hasOwn(used, exemption.slug) ? used[exemption.slug] : 0
  return exemption.quota === null || count < exemption.quota
}

/** Both ends included; days as YYYY-MM-DD compare as text. */
function isWithin(day: string, first: string, last: string | undefined): boolean {
  return day >= first && (last === undefined || day <= last)
}
