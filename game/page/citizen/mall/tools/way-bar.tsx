import { useComputed } from '@preact/signals'
import type { Mall, MallSpot } from '../../../../mall/index.ts'
import { Icon, useText } from '../../../shared/index.ts'
import type { Guide } from '../guide.ts'
import { agencyOfSpot, spotName, storeyWords } from './spot-words.ts'
import { ToolIcon } from './tool-icons.tsx'

/** Where the way on the floor leads, the offer to be walked there, and its end. */
export function WayBar(props: { guide: Guide; mall: Mall; onWalk: (spot: MallSpot) => void }) {
  const text = useText()
  const { t } = text
  const goal = props.guide.goal.value
  const storey = useComputed(() => props.guide.standpoint.value?.storey)
  if (!goal) return null
  const agency = goal.kind === 'counter' ? agencyOfSpot(props.mall, goal) : null
  const isElsewhere = storey.value !== goal.storey
  return (
    <div class={agency ? `way-bar wing-${agency.wing}` : 'way-bar'} role="group" aria-label={spotName(goal, text)}>
      <span class="wing-sign" aria-hidden="true">
        {goal.kind === 'counter' ? goal.counter.label : <ToolIcon name={goal.kind === 'room' ? goal.icon : 'gate'} size={22} />}
      </span>
      <span class="find-words">
        <strong>{spotName(goal, text)}</strong>
        {agency && <span class="small soft">{agency.shortName}</span>}
        {isElsewhere && <span class="small">{storeyWords(props.mall, goal.storey, text)}</span>}
      </span>
      <button type="button" class="button main" onClick={() => props.onWalk(goal)}>
        {t('mall.walk')}
      </button>
      <button type="button" class="icon-button" aria-label={t('mall.way-clear')} onClick={() => props.guide.clear()}>
        <Icon name="close" />
      </button>
    </div>
  )
}
