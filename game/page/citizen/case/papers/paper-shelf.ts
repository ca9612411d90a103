import { signal, type ReadonlySignal } from '@preact/signals'
import type { PaperView } from '../../../../api/index.ts'
import type { KeptPaper } from '../draft/draft.ts'
import type { DeviceKeep } from '../keep/device-keep.ts'

/** The citizen's papers on this device: taken once, offered again for every service that asks for the kind. */
export type PaperShelf = {
  readonly papers: ReadonlySignal<readonly KeptPaper[]>
  find(id: string): KeptPaper | null
  bytes(id: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Bytes first: a paper that is named is there. */
  add(paper: KeptPaper, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  change(id: string, by: Partial<Pick<KeptPaper, 'vaultId' | 'expiresOn'>>): Promise<void>
  remove(id: string): Promise<void>
  /** What the vault has from another phone, or from before this one was emptied. */
  learn(views: readonly PaperView[]): Promise<void>
  reload(): Promise<void>
}

const paperPrefix = 'paper/'
const bytesPrefix = 'picture/'

export async function openPaperShelf(keep: DeviceKeep): Promise<PaperShelf> {
  const papers = signal<readonly KeptPaper[]>([])
  const reload = async () => {
    const rows = await Promise.all((await keep.names(paperPrefix)).map((name) => keep.read<KeptPaper>(name)))
    papers.value = rows.filter((row) => row !== null)
  }
  const write = async (paper: KeptPaper) => {
    papers.value = [...papers.value.filter((row) => row.id !== paper.id), paper]
    await keep.write(paperPrefix + paper.id, paper)
  }
  const find = (id: string) => papers.value.find((row) => row.id === id) ?? null
  await reload()
  return {
    papers,
    find,
    reload,
    bytes: (id) => keep.readBytes(bytesPrefix + id),
    async add(paper, bytes) {
      await keep.writeBytes(bytesPrefix + paper.id, bytes)
      await write(paper)
    },
    async change(id, by) {
      const paper = find(id)
      if (paper) await write({ ...paper, ...by })
    },
    async remove(id) {
      papers.value = papers.value.filter((row) => row.id !== id)
      await keep.remove(paperPrefix + id)
      await keep.remove(bytesPrefix + id)
    },
    async learn(views) {
      const known = new Set(papers.value.map((paper) => paper.vaultId))
      for (const view of views) {
        // Whose it is only the device that took it knows: it is offered as the citizen's own, to be looked at before it is ticked.
        if (!known.has(view.id) && view.type !== 'image/png') await write(fromVault(view, view.type))
      }
    },
  }
}

function fromVault(view: PaperView, type: KeptPaper['type']): KeptPaper {
  return {
    id: view.id,
    kind: view.kind,
    of: null,
    type,
    bytes: view.bytes,
    sha256: view.sentSha256,
    expiresOn: view.expiresOn,
    takenAtMs: Date.parse(view.createdAt),
    vaultId: view.id,
    isHere: false,
  }
}
