import type { StandardResponse } from '../../../api/index.ts'
import type { TariffItem } from '../../../case/index.ts'
import { formatDay, formatRupiah, pick, useText, type Text } from '../../shared/index.ts'
import { conditionWords } from './condition-words.ts'

/** The official fee of today with its regulation, what lifts it, and what else it can be. */
export function FeeFacts({ standard }: { standard: StandardResponse }) {
  const text = useText()
  const { t, language } = text
  const { feeNow, tariff, today, exemptionsUsed } = standard
  const others = tariff.items.filter((item) => item !== feeNow?.item && item.slug !== feeNow?.item.slug && isNow(item, today))
  const exemption = feeNow?.exemption
  return (
    <div class={feeNow?.rupiah === 0 ? 'std-fee is-nothing' : 'std-fee'}>
      {feeNow && (
        <p>
          <strong>{feeNow.exemption ? t('fee.free') : feeWords(feeNow.item, text)}</strong>
          <span class="basis small">{t('standard.basis', { basis: feeNow.basis })}</span>
        </p>
      )}
      {exemption && (
        <p class="std-free">
          {t('standard.exempt', { name: pick(exemption.name, language), day: formatDay(exemption.until, language) })}
          {exemption.quota !== null && (
            <> {t('standard.exempt-left', { left: Math.max(0, exemption.quota - (exemptionsUsed[exemption.slug] ?? 0)) })}</>
          )}
          <span class="small"> {t('standard.exempt-else', { fee: feeWords(feeNow.item, text) })}</span>
        </p>
      )}
      {others.map((item) => (
        <p key={item.slug}>
          <strong>{feeWords(item, text)}</strong> {pick(item.name, language)}
          {item.when && <small>{t('standard.paper.when', { condition: conditionWords(item.when, standard.form, text) })}</small>}
          <span class="basis small">{t('standard.basis', { basis: item.basis })}</span>
        </p>
      ))}
      <p class="small soft">{t(feeNow?.rupiah === null ? 'standard.ask-first' : 'standard.no-more')}</p>
    </div>
  )
}

function feeWords({ rupiah, note }: TariffItem, { t, language }: Text): string {
  if (rupiah === 0) return t('fee.free')
  if (rupiah !== null) return formatRupiah(rupiah, language)
  return note ? pick(note, language) : t('fee.depends')
}

const isNow = (item: TariffItem, today: string): boolean =>
  item.validFrom <= today && (item.validUntil === undefined || today <= item.validUntil)
