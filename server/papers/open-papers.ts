import { join } from 'node:path'
import { paperLimits, type PaperLimits } from '../../game/case/index.ts'
import type { Audit } from '../audit/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'
import { createClamd, readClamdAddress } from './clamd.ts'
import { createDiskBlobs } from './disk-blobs.ts'
import { endPapers } from './end-papers.ts'
import { createInspector } from './inspector.ts'
import { createKeyRing } from './key-ring.ts'
import { createPaperVault, type OwnVault } from './paper-vault.ts'
import { createS3Blobs, type S3Options } from './s3-blobs.ts'
import { openUploadFiles } from './upload-files.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** What an install may set. */
export type PaperConfig = {
  readonly mostMb: number
  /** A paper that no case has used is erased after so many days. */
  readonly unusedDays: number
  /** Socket or host:port of clamd; null: papers are not scanned, and say so. */
  readonly clamd: string | null
  /** null: papers lie in the data folder. */
  readonly s3: S3Options | null
}
/** What the HTTP interface needs of papers. */
export type PaperServices = {
  readonly vault: OwnVault
  readonly uploads: Uploads
  readonly limits: PaperLimits
  readonly mayWork: (officer: OfficerRow, caseId: string) => Promise<boolean>
}

const dayMs = 86_400_000

/** Puts vault and uploads together over the data folder. */
export async function openPapers(options: {
  config: PaperConfig
  store: Store
  audit: Pick<Audit, 'write'>
  secret: Uint8Array
  dataDir: string
  clock: () => number
}): Promise<{
  readonly vault: OwnVault
  readonly uploads: Uploads
  readonly limits: PaperLimits
  /** Ends what is past its time: uploads, papers nobody used, bytes without a paper. @returns how many */
  readonly tidy: () => Promise<number>
  readonly close: () => Promise<void>
}> {
  const { config, store, audit, secret, dataDir, clock } = options
  const limits: PaperLimits = { ...paperLimits, mostBytes: config.mostMb * 1024 * 1024 }
  const blobs = config.s3 === null ? createDiskBlobs(join(dataDir, 'papers')) : createS3Blobs(config.s3)
  const inspector = createInspector({ limits })
  const vault = createPaperVault({
    store,
    blobs,
    inspector,
    audit,
    clock,
    keys: await createKeyRing({ store, secret, clock }),
    scanner: config.clamd === null ? null : createClamd(readClamdAddress(config.clamd)),
    unusedMs: config.unusedDays * dayMs,
  })
  const files = await openUploadFiles(join(dataDir, 'uploads'), secret)
  const uploads = createUploads({ store, vault, files, limits, clock })
  return {
    vault,
    uploads,
    limits,
    tidy: async () => (await uploads.expire()) + (await endPapers({ store, vault, blobs, clock })),
    close: () => inspector.close(),
  }
}
