/** A place of an exemption with a quota was given to a case, or is free again. `atMs`: milliseconds since 1970. */
export type PlaceEvent = { readonly type: 'exempted' | 'freed'; readonly case: string; readonly atMs: number }
type Asking = { readonly case: string; readonly atMs: number }

/** The cases that have a place, each once. */
export function placesTaken(events: readonly PlaceEvent[]): readonly string[] {
  const taken = new Set<string>()
  for (const { type, case: id } of events) {
    if (type === 'freed') taken.delete(id)
    else taken.add(id)
  }
  return [...taken]
}

/** Gives a case a place while there is one; who has one already needs no other. */
export function takePlace(taken: readonly string[], quota: number, { case: id, atMs }: Asking): PlaceEvent[] {
  return taken.includes(id) || taken.length >= quota ? [] : [{ type: 'exempted', case: id, atMs }]
}

/** Makes the places agree with what a case turned out to cost: one that it does not use is free again, one that it was promised is its own. */
export function settlePlace(taken: readonly string[], isKept: boolean, { case: id, atMs }: Asking): PlaceEvent[] {
  if (taken.includes(id) === isKept) return []
  return [{ type: isKept ? 'exempted' : 'freed', case: id, atMs }]
}
