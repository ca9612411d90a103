import type { WingSlug } from '../../../../api/index.ts'
import type { CounterSpot, MallSpot } from '../../../../mall/index.ts'
import { useText } from '../../../shared/index.ts'
import { ToolIcon } from './tool-icons.tsx'

/** What a sheet can do with a place that was found. */
export type SpotActions = { readonly onDirect: (spot: CounterSpot) => void; readonly onWay: (spot: MallSpot) => void }

type Props = SpotActions & {
  readonly spot: MallSpot
  /** null for what belongs to no wing. */
  readonly wing: WingSlug | null
  /** Stands on the sign instead of the wing's pictogram. */
  readonly sign?: string
  readonly title: string
  /** Whose it is, where the title does not say so. */
  readonly owner?: string
  readonly words: string
  /** What the buttons lead to, for who hears them without the row: "Loket 3, Disdukcapil". */
  readonly name: string
}

/** A place with the two ways to it: at once, or along a way on the floor. */
export function SpotRow(props: Props) {
  const { t } = useText()
  const { spot, wing } = props
  return (
    <li class={wing ? `find-row wing-${wing}` : 'find-row'}>
      <span class="wing-sign" aria-hidden="true">
        {props.sign ?? <ToolIcon name={wing ?? (spot.kind === 'room' ? spot.icon : spot.kind)} size={24} />}
      </span>
      <span class="find-words">
        <strong>{props.title}</strong>
        {props.owner && <span class="small soft">{props.owner}</span>}
        <span class="small soft">{props.words}</span>
      </span>
      <span class="find-buttons">
        {spot.kind === 'counter' && (
          <button type="button" class="button main" onClick={() => props.onDirect(spot)}>
            <span>
              {t('mall.direct')} <span class="visually-hidden">({props.name})</span>
            </span>
          </button>
        )}
        <button type="button" class="button" onClick={() => props.onWay(spot)}>
          <ToolIcon name="way" size={20} />
          <span>
            {t('mall.way')} <span class="visually-hidden">{t('mall.way-to', { name: props.name })}</span>
          </span>
        </button>
      </span>
    </li>
  )
}
