import { useState } from 'preact/hooks'
import { Icon, Notice, pick, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import type { Line } from '../app/panel.ts'
import { useLine } from './use-line.ts'
import { plainWish, PriorityChoice, RouteChoice } from './visit-options.tsx'

/** Before a number is taken, for whom it is of use: to go first, and several services in one visit. */
export function WishSheet(props: { line: Line }) {
  const { app, taker } = useCitizen()
  const { t, language } = useText()
  const { group, service } = props.line
  const known = useLine(props.line)
  const [wish, setWish] = useState(plainWish)
  const options = { line: props.line, catalogue: known.catalogue, wish, onWish: setWish }
  const name = known.service ?? known.group
  return (
    <Sheet
      title={t('wish.title')}
      onClose={() => app.close()}
      class={known.agency ? `wing-${known.agency.wing}` : ''}
      foot={
        <button
          type="button"
          class="button main wide"
          onClick={() => taker.take({ region: app.region?.slug ?? '', group, service, ...wish })}
        >
          <Icon name="ticket" />
          {t('ticket.take')}
        </button>
      }
    >
      <div class="stack wish">
        {name && (
          <p class="line-name">
            {known.agency?.shortName} · {pick(name.name, language)}
          </p>
        )}
        {known.problem && <Notice tone="warn">{known.problem}</Notice>}
        <PriorityChoice {...options} />
        <RouteChoice {...options} />
      </div>
    </Sheet>
  )
}
