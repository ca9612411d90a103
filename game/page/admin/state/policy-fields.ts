import { policyBounds, type QueuePolicy } from '../../../queue/index.ts'

/** How a part of a policy is written: as it is, in seconds, or in minutes. */
export type PolicyUnit = 'plain' | 'seconds' | 'minutes'
export type PolicyField = { readonly name: keyof QueuePolicy; readonly unit: PolicyUnit }

/** What belongs together, in the order of a visit. */
export const policyGroups: readonly { readonly slug: string; readonly fields: readonly PolicyField[] }[] = [
  {
    slug: 'order',
    fields: [
      { name: 'turnsPerPriority', unit: 'plain' },
      { name: 'headStartMs', unit: 'minutes' },
      { name: 'mostOfDevice', unit: 'plain' },
    ],
  },
  {
    slug: 'ready',
    fields: [
      { name: 'askReadyAhead', unit: 'plain' },
      { name: 'readyForMs', unit: 'minutes' },
      { name: 'mostPasses', unit: 'plain' },
    ],
  },
  {
    slug: 'call',
    fields: [
      { name: 'recallAfterMs', unit: 'seconds' },
      { name: 'mostCalls', unit: 'plain' },
      { name: 'skipAfterMs', unit: 'seconds' },
    ],
  },
  {
    slug: 'back',
    fields: [
      { name: 'rejoinBehind', unit: 'plain' },
      { name: 'mostRejoins', unit: 'plain' },
    ],
  },
  {
    slug: 'booking',
    fields: [
      { name: 'checkInEarlyMs', unit: 'minutes' },
      { name: 'checkInLateMs', unit: 'minutes' },
    ],
  },
]

const unitMs: Readonly<Record<PolicyUnit, number>> = { plain: 1, seconds: 1000, minutes: 60_000 }

export function shownValue({ name, unit }: PolicyField, policy: QueuePolicy): number {
  return Math.round(policy[name] / unitMs[unit])
}

/** The least and the most, in the unit in which it is written. */
export function shownBounds({ name, unit }: PolicyField): { readonly least: number; readonly most: number } {
  const [least, most] = policyBounds[name]
  return { least: Math.ceil(least / unitMs[unit]), most: Math.floor(most / unitMs[unit]) }
}

/** The policy with what was typed; unchanged when that is no whole number. */
export function withValue(policy: QueuePolicy, { name, unit }: PolicyField, text: string): QueuePolicy {
  return /^\d{1,6}$/.test(text) ? { ...policy, [name]: Number(text) * unitMs[unit] } : policy
}

/** Fields whose value is out of its bounds. */
export function wrongFields(policy: QueuePolicy): PolicyField[] {
  return policyGroups
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => policy[name] < policyBounds[name][0] || policy[name] > policyBounds[name][1])
}
