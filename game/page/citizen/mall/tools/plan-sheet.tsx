import { useEffect, useRef, useState } from 'preact/hooks'
import type { CounterSpot, Mall, MallSpot, MallStorey } from '../../../../mall/index.ts'
import { wingSlugs } from '../../../../mall/index.ts'
import { Icon, pick, Sheet, useText } from '../../../shared/index.ts'
import { useCitizen } from '../../app/app-context.tsx'
import type { EnteredMall } from '../enter-mall.ts'
import { PlanPicture } from './plan-picture.tsx'
import { SpotRow, type SpotActions } from './spot-row.tsx'
import { agencyOfSpot, spotName, storeyWords } from './spot-words.ts'
import { ToolIcon } from './tool-icons.tsx'

const enlarged = 2

/** "Denah": every storey as a picture, and the same as a list: what a finger or an eye cannot do there is done here. */
export function PlanSheet(props: EnteredMall & SpotActions) {
  const { app } = useCitizen()
  const text = useText()
  const { t } = text
  const { mall, guide } = props
  const [zoom, setZoom] = useState(1)
  const [chosen, setChosen] = useState<MallSpot | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const frame of list.current?.querySelectorAll('.plan-frame') ?? []) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2
  }, [zoom])
  return (
    <Sheet title={t('mall.plan')} onClose={() => app.close()} isModal={false} class="plan-sheet">
      <div class="stack" ref={list}>
        <div class="row spread">
          <span class="plan-key small">
            <span class="plan-key-dot" aria-hidden="true" />
            {t('mall.plan-you')}
          </span>
          <button type="button" class="button" onClick={() => setZoom(zoom === 1 ? enlarged : 1)}>
            <Icon name={zoom === 1 ? 'plus' : 'minus'} size={20} />
            {t(zoom === 1 ? 'mall.plan-larger' : 'mall.plan-smaller')}
          </button>
        </div>
        {mall.storeys.map((storey) => {
          const words = storeyWords(mall, storey.number, text)
          return (
            <section key={storey.number} class="stack" aria-label={words === '' ? undefined : words}>
              {words !== '' && <h3>{words}</h3>}
              {/* A keyboard scrolls it too. */}
              <div class="plan-frame" tabIndex={zoom === 1 ? undefined : 0} role="group" aria-label={t('mall.plan')}>
                <div class={zoom === 1 ? '' : 'is-large'}>
                  <PlanPicture
                    mall={mall}
                    guide={guide}
                    storey={storey}
                    zoom={zoom}
                    label={t('mall.plan-picture', { storey: words })}
                    chosen={chosen}
                    onChoose={setChosen}
                  />
                </div>
              </div>
              {chosen?.storey === storey.number && (
                <ul class="plan-chosen" role="status">
                  <Row {...props} spot={chosen} />
                </ul>
              )}
              <StoreyList {...props} storey={storey} />
            </section>
          )
        })}
        <button type="button" class="button wide spread" onClick={() => app.open({ kind: 'mall', tool: 'gate' })}>
          <ToolIcon name="gate" />
          <span>{t('mall.other')}</span>
          <Icon name="next" size={20} />
        </button>
      </div>
    </Sheet>
  )
}

function StoreyList(props: EnteredMall & SpotActions & { readonly storey: MallStorey }) {
  const { t } = useText()
  const { mall, storey } = props
  const here = mall.spots.filter((spot) => spot.storey === storey.number)
  const rooms = here.filter(({ kind }) => kind !== 'counter')
  return (
    <div class="plan-list">
      {wingSlugs.map((wing) => {
        const counters = here.filter((spot): spot is CounterSpot => spot.kind === 'counter' && wingOf(mall, spot) === wing)
        if (counters.length === 0) return null
        return (
          <details key={wing} class={`wing-${wing}`}>
            <summary>
              <span class="wing-sign">
                <ToolIcon name={wing} />
              </span>
              <span class="find-words">
                <strong>{t(`wing.${wing}`)}</strong>
                <span class="small soft">{t('mall.plan-count', { count: counters.length })}</span>
              </span>
              <Icon name="down" class="turn" />
            </summary>
            <ul>
              {counters.map((spot) => (
                <Row key={spot.zone.index} {...props} spot={spot} />
              ))}
            </ul>
          </details>
        )
      })}
      {rooms.length > 0 && (
        <details>
          <summary>
            <span class="wing-sign">
              <ToolIcon name="info" />
            </span>
            <span class="find-words">
              <strong>{t('mall.plan-rooms')}</strong>
            </span>
            <Icon name="down" class="turn" />
          </summary>
          <ul>
            {rooms.map((spot) => (
              <Row key={spot.zone.index} {...props} spot={spot} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Row({ spot, mall, onDirect, onWay }: EnteredMall & SpotActions & { readonly spot: MallSpot }) {
  const text = useText()
  const name = spotName(spot, text)
  const agency = spot.kind === 'counter' ? agencyOfSpot(mall, spot) : null
  return (
    <SpotRow
      spot={spot}
      wing={agency?.wing ?? null}
      sign={spot.kind === 'counter' ? spot.counter.label : undefined}
      title={agency?.shortName ?? (spot.kind === 'room' ? pick(spot.name, text.language) : name)}
      words={agency ? name : ''}
      name={agency ? `${name}, ${agency.shortName}` : name}
      onDirect={onDirect}
      onWay={onWay}
    />
  )
}

function wingOf(mall: Mall, spot: CounterSpot): string | null {
  return agencyOfSpot(mall, spot)?.wing ?? null
}
