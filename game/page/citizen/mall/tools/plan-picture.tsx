import { useSignalEffect } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { Mall, MallSpot, MallStorey } from '../../../../mall/index.ts'
import type { Guide } from '../guide.ts'
import { planOf, type PlanShape, planWidth, spotAt, spread } from './plan-shape.ts'
import { drawingOf } from './tool-icons.tsx'

type Props = {
  readonly mall: Mall
  readonly guide: Guide
  readonly storey: MallStorey
  /** What a screen reader calls it; without one it says nothing, as what stands beside it says the same. */
  readonly label?: string
  /** Width on screen over that of a phone's sheet: numbers stand on the counters from 1.5 on. */
  readonly zoom: number
  readonly chosen: MallSpot | null
  readonly onChoose?: (spot: MallSpot) => void
}

/** A finger is this wide, CSS pixels. */
const reachPx = 26
const numbersFrom = 1.5
/** Marks nearer to each other would lie on each other. */
const markApartPx = 17

/** One storey, drawn once. Afterwards only the dot that is you moves. */
export function PlanPicture(props: Props) {
  const { mall, storey, zoom, guide } = props
  const shape = useMemo(() => planOf(mall, storey), [mall, storey])
  const you = useRef<SVGGElement>(null)
  const goal = guide.goal.value
  const marked = props.chosen ?? goal
  useSignalEffect(() => {
    const at = guide.standpoint.value
    const isHere = at !== null && at.storey === storey.number
    const { x, y } = isHere ? shape.place(at.x, at.z) : { x: 0, y: 0 }
    you.current?.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
    you.current?.setAttribute('display', isHere ? 'inline' : 'none')
  })
  // Marks keep their size on the screen.
  const unit = 1 / zoom
  const hasNumbers = zoom >= numbersFrom
  const marks = useMemo(() => marksOf(shape, markApartPx / zoom), [shape, zoom])
  const choose = (event: MouseEvent) => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect()
    const perPx = planWidth / box.width
    const spot = spotAt(shape, (event.clientX - box.left) * perPx, (event.clientY - box.top) * perPx, reachPx * perPx)
    if (spot) props.onChoose?.(spot)
  }
  return (
    <svg
      class={props.onChoose ? 'plan can-choose' : 'plan'}
      viewBox={`0 0 ${planWidth} ${shape.height.toFixed(1)}`}
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : true}
      onClick={props.onChoose ? choose : undefined}
    >
      <path class="plan-floor" d={shape.floor} />
      {shape.wings.map(({ wing, path }) => (
        <path key={wing} class={`plan-wing wing-${wing}`} d={path} />
      ))}
      {shape.rooms.map((path) => (
        <path key={path} class="plan-room" d={path} />
      ))}
      <path class="plan-walls" d={shape.walls} />
      {marks.map(({ key, x, y, icon, isWay }) => (
        <PlanMark key={key} class={isWay ? 'plan-portal' : 'plan-place'} x={x} y={y} unit={unit} icon={icon} />
      ))}
      {shape.spots.map(
        ({ spot, wing, x, y }) =>
          spot.kind === 'counter' && (
            <g key={spot.zone.index} class={`plan-counter wing-${wing}`} transform={`translate(${x} ${y}) scale(${unit})`}>
              {hasNumbers ? (
                <>
                  <rect x="-11" y="-9" width="22" height="18" rx="5" />
                  <text y="4.5">{spot.counter.label}</text>
                </>
              ) : (
                <circle r="4.5" />
              )}
            </g>
          ),
      )}
      {shape.spots
        .filter(({ spot }) => spot.zone.index === marked?.zone.index)
        .map(({ spot, x, y }) => (
          <g key={spot.zone.index} class="plan-goal" transform={`translate(${x} ${y}) scale(${unit})`}>
            <circle r="15" />
          </g>
        ))}
      <g ref={you} class="plan-you" display="none">
        <circle r={8 * unit} />
        <circle class="plan-dot" r={5 * unit} />
      </g>
    </svg>
  )
}

/** Ways between storeys first, then rooms and the way out, where they do not lie on each other. */
function marksOf({ portals, spots }: PlanShape, apart: number) {
  const ways = portals.map(({ icon, x, y }) => ({ key: `${x} ${y}`, icon, x, y, isWay: true }))
  const places = spots.flatMap(({ spot, x, y }) =>
    spot.kind === 'counter' ? [] : [{ key: String(spot.zone.index), icon: spot.kind === 'room' ? spot.icon : 'gate', x, y, isWay: false }],
  )
  return spread([...ways, ...places], apart)
}

function PlanMark(props: { class: string; x: number; y: number; unit: number; icon: string }) {
  return (
    <g class={props.class} transform={`translate(${props.x} ${props.y}) scale(${props.unit})`}>
      <circle r="10" />
      <g transform="scale(0.6) translate(-12 -12)" dangerouslySetInnerHTML={{ __html: drawingOf(props.icon) }} />
    </g>
  )
}
