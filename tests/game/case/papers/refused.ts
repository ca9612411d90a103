import { inflateSync } from 'node:zlib'
import { CodedError } from '@balai/engine/core'
import type { PaperLimits } from '../../../../game/case/papers/paper-limits.ts'
import { checkPdf, type CheckedPdf } from '../../../../game/case/papers/pdf/check-pdf.ts'
import type { Inflate } from '../../../../game/case/papers/pdf/unpack-stream.ts'

export const limits: PaperLimits = { mostBytes: 1_000_000, mostPixels: 100_000, mostPdfPixels: 100_000, mostPages: 5 }

export const inflate: Inflate = (packed, mostBytes) => {
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes })
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken'
  }
}

/** The code under which it refuses; null when it does not. */
export function refused(check: () => unknown): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof CodedError) return error.code as string
    throw error
  }
}

export const pdf = (bytes: Uint8Array): CheckedPdf => checkPdf(bytes, limits, inflate)
export const pdfCode = (bytes: Uint8Array): string | null => refused(() => pdf(bytes))
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
