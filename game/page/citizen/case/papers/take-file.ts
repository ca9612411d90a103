import type { Requirement } from '../../../../case/index.ts'
import { newRequestKey } from '../../../shared/index.ts'
import type { KeptPaper } from '../draft/draft.ts'
import { examinePicture } from '../picture/examine-picture.ts'
import type { PictureFault } from '../picture/judge-picture.ts'
import { sha256Hex } from '../state/manifest.ts'

/** `type`: neither picture nor PDF. `unreadable`: a picture that this phone cannot open. `large`: a PDF that would cost too much to send. */
export type FileProblem = 'type' | 'unreadable' | 'large'
export type TakenFile =
  | { readonly paper: KeptPaper; readonly bytes: Uint8Array<ArrayBuffer>; readonly faults: readonly PictureFault[] }
  | { readonly problem: FileProblem }

/** A PDF cannot be made smaller here; this is a quarter of an hour at 100 kbit/s. */
const mostPdfBytes = 10_000_000

/** Makes a paper of a file: a picture is examined, turned upright and made small; a PDF stays as it is. */
export async function takeFile(file: Blob, requirement: Requirement): Promise<TakenFile> {
  const head = new TextDecoder('latin1').decode(await file.slice(0, 5).arrayBuffer())
  if (head === '%PDF-') {
    if (file.size > mostPdfBytes) return { problem: 'large' }
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { paper: await paperOf(requirement, 'application/pdf', bytes), bytes, faults: [] }
  }
  if (file.type !== '' && !file.type.startsWith('image/')) return { problem: 'type' }
  const answer = await examinePicture(file)
  if ('problem' in answer) return answer
  const { jpeg, faults } = answer.picture
  return { paper: await paperOf(requirement, 'image/jpeg', jpeg), bytes: jpeg, faults }
}

async function paperOf(requirement: Requirement, type: KeptPaper['type'], bytes: Uint8Array<ArrayBuffer>): Promise<KeptPaper> {
  return {
    id: newRequestKey(),
    kind: requirement.paper,
    of: requirement.of?.id ?? null,
    type,
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
    expiresOn: null,
    takenAtMs: Date.now(),
    vaultId: null,
    isHere: true,
  }
}
