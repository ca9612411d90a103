import type { Figure } from '../figure.ts'

export const uploadIntact: Figure = {
  key: 'upload_intact',
  unit: 'files',
  bar: 1,
  moreIsBetter: true,
  leastSamples: 25,
  needsPages: true,
  measure: async () => (await import('../../papers/upload-intact.ts')).measureUploadIntact(),
  fault: {
    description: 'an upload that goes on amid a block is encrypted as if at its beginning',
    edits: [{ file: 'server/papers/upload-cipher.ts', find: '  cipher.update(Buffer.alloc(offset % blockBytes))\n', replace: '' }],
  },
}
