import { CodedError } from '@balai/engine/core'
import { callSentence, type Translate } from '../../shared/index.ts'

/** Every way in which the mall fails ends in the list, where the same can be done. */
export function mallFailure(error: unknown, t: Translate): string {
  const code = error instanceof CodedError ? error.code : ''
  if (code === 'no-webgl') return t('mall.failed.webgl')
  if (code === 'offline' || code === 'timeout' || code === 'no-atlas')
    return `${callSentence(new CodedError('offline', ''), t)} ${t('mall.failed.list')}`
  return t('mall.failed.other')
}
