import { CodedError } from '@balai/engine/core'
import type { Translate } from '../text/translate.ts'

/** The sentence to show for a failed call: the server's own, or ours when no answer came. */
export function callSentence(error: unknown, t: Translate): string {
  if (!(error instanceof CodedError)) return t('error.unexpected')
  if (error.code === 'offline') return t('error.offline')
  if (error.code === 'timeout') return t('error.timeout')
  if (error.code === 'unreadable') return t('error.unexpected')
  return error.message
}
