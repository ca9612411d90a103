/** One access to a citizen's record. `atMs`: milliseconds since 1970; `officer`: an id that is shown to nobody, null when it is not known or nobody's. */
export type Access = {
  readonly atMs: number
  readonly act: string
  readonly role: string
  readonly officer: string | null
  readonly agency: string | null
  readonly about: { readonly kind: string; readonly id: string }
  readonly why: string
}
/** Accesses that tell a citizen nothing more one by one. */
export type AccessGroup<Given extends Access = Access> = { readonly latest: Given; readonly firstMs: number; readonly count: number }

/** From the first to the last of a group. */
const longestMs = 3_600_000

/**
 * What the same officer did to the same record in the same role, for the same reason, within an hour, as one. What they or others did in between stands by itself.
 * @param accesses newest first
 * @returns newest first, by the latest of each
 */
export function groupAccesses<Given extends Access>(accesses: readonly Given[]): AccessGroup<Given>[] {
  const groups: { latest: Given; firstMs: number; count: number }[] = []
  const open = new Map<string, (typeof groups)[number]>()
  for (const access of accesses) {
    const key = keyOf(access)
    const group = key === null ? undefined : open.get(key)
    if (group !== undefined && group.latest.atMs - access.atMs <= longestMs) {
      group.firstMs = access.atMs
      group.count++
      continue
    }
    const begun = { latest: access, firstMs: access.atMs, count: 1 }
    groups.push(begun)
    if (key !== null) open.set(key, begun)
  }
  return groups
}

/** null: of whom it is not known who it was, two are not said to be one. */
function keyOf({ act, role, officer, agency, about, why }: Access): string | null {
  return officer === null ? null : JSON.stringify([act, role, officer, agency, about.kind, about.id, why])
}
