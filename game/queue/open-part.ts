import type { QueueEvent } from './queue-event.ts'

/** A queue event without its private fields. */
export type PublicEvent = Readonly<Record<string, unknown>> & { readonly type: QueueEvent['type']; readonly atMs: number }

/**
 * Fields that never leave the house. Who knows a neighbour's number must not learn what they came for, so the service is one of them.
 * `reason` of a closure and a rebooking is public: they are the office's own words.
 */
const privateFields: ReadonlySet<string> = new Set(['citizen', 'officer', 'device', 'text', 'service', 'route'])
/** Fields that hold a target, of which the line is shown and the service and the officer are not. */
const targetFields: ReadonlySet<string> = new Set(['to', 'next'])

/** What is shown of an event, and what is not. */
export function splitEvent(event: QueueEvent): { readonly shown: PublicEvent; readonly hidden: Readonly<Record<string, unknown>> } {
  const shown: Record<string, unknown> = {}
  const hidden: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(event)) {
    if (privateFields.has(name)) hidden[name] = value
    else if (targetFields.has(name) && isObject(value)) {
      const { service, officer, ...open } = value
      shown[name] = open
      if (service !== undefined || officer !== undefined) hidden[name] = { service, officer }
    } else shown[name] = value
  }
  return { shown: shown as PublicEvent, hidden }
}

/** JSON with keys in the order of their code units, without spaces: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`
}

/** Whether a value is an object with named fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
