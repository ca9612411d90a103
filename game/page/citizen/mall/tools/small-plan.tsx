import { useComputed } from '@preact/signals'
import { useText } from '../../../shared/index.ts'
import type { EnteredMall } from '../enter-mall.ts'
import { PlanPicture } from './plan-picture.tsx'
import { dotted, storeyWords } from './spot-words.ts'

/** The storey one is on, small in a corner of a wide screen; it opens the whole plan. */
export function SmallPlan({ mall, guide, onOpen }: EnteredMall & { readonly onOpen: () => void }) {
  const text = useText()
  // Only another storey draws it anew.
  const now = useComputed(() => guide.standpoint.value?.storey)
  const storey = mall.storeys.find(({ number }) => number === now.value) ?? mall.storeys[0]
  return (
    <button type="button" class="small-plan" onClick={onOpen}>
      <PlanPicture key={storey.number} mall={mall} guide={guide} storey={storey} zoom={0.7} chosen={null} />
      <span class="small">{dotted(text.t('mall.plan'), storeyWords(mall, storey.number, text))}</span>
    </button>
  )
}
