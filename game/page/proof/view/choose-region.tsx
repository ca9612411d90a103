import type { Region } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import { proofPath } from '../proof-address.ts'
import { ProofHead } from './proof-head.tsx'

/** Whose queues are to be checked. */
export function ChooseRegion(props: { regions: readonly Region[]; day: string | null; isUnknown: boolean }) {
  const { t } = useText()
  const provinces = [...new Set(props.regions.map((region) => region.province))]
  return (
    <div class="page theme-kutai">
      <ProofHead theme="kutai" name="Balai" href="/" />
      <main class="column proof-main">
        <h1>{t('proof.choose')}</h1>
        {props.isUnknown && <Notice tone="warn">{t('proof.choose.unknown')}</Notice>}
        {provinces.map((province) => (
          <section key={province} class="stack">
            <h2>{province}</h2>
            <ul class="region-list">
              {props.regions
                .filter((region) => region.province === province)
                .map((region) => (
                  <li key={region.slug}>
                    <a class={`region-link theme-${region.theme}`} href={proofPath(region.slug, props.day)}>
                      {region.name}
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  )
}
