import type { PaperShelf } from './paper-shelf.ts'

const pictureTypes: readonly string[] = ['image/jpeg', 'image/png']

/**
 * The picture of one's own paper as it was sent. What this phone still has costs no data; else the vault is asked.
 * @param paper id in the vault
 * @returns null when it cannot be had now, or is no picture
 */
export async function sentPicture(
  at: { readonly shelf: Pick<PaperShelf, 'papers' | 'bytes'>; readonly fetch: typeof fetch },
  paper: string,
): Promise<Blob | null> {
  const kept = at.shelf.papers.value.find((row) => row.vaultId === paper && row.isHere)
  if (kept && !pictureTypes.includes(kept.type)) return null
  const bytes = kept ? await at.shelf.bytes(kept.id) : null
  if (kept && bytes) return new Blob([bytes], { type: kept.type })
  try {
    const response = await at.fetch(`/api/papers/${encodeURIComponent(paper)}/file`, { credentials: 'same-origin' })
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    return response.ok && pictureTypes.includes(type) ? new Blob([await response.arrayBuffer()], { type }) : null
  } catch {
    return null
  }
}
