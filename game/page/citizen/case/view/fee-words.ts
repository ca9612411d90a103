import type { Fee } from '../../../../case/index.ts'
import { pick, type Text } from '../../../shared/index.ts'

/** "Gratis", "Rp350.000", or how it is reckoned. */
export function feeWords(fee: Pick<Fee, 'rupiah' | 'item'>, { t, language }: Text): string {
  if (fee.rupiah === 0) return t('fee.free')
  if (fee.rupiah === null) return fee.item.note ? pick(fee.item.note, language) : t('fee.depends')
  return rupiahWords(fee.rupiah, language)
}

/** Rp350.000 */
export function rupiahWords(rupiah: number, language: Text['language']): string {
  return `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',')}`
}
