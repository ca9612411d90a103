import type { CatalogueResponse, TicketRequest } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import type { Line } from '../app/panel.ts'

/** What may be said before a place is taken; nothing of it has to be. */
export type VisitWish = Required<Pick<TicketRequest, 'priority' | 'route'>>
type Stop = VisitWish['route'][number]

export const plainWish: VisitWish = { priority: null, route: [] }

type Props = {
  readonly line: Line
  readonly catalogue: CatalogueResponse | null
  readonly wish: VisitWish
  readonly onWish: (wish: VisitWish) => void
}

/** Urgent first, as the queue does. */
const reasons = ['health', 'elderly', 'disabled', 'pregnant', 'infant'] as const
/** The server takes so many further services. */
const mostStops = 5

/** To go first, for one of five reasons. Chosen again it is taken back. */
export function PriorityChoice(props: Props) {
  const { t } = useText()
  const { wish, onWish } = props
  return (
    <fieldset class="choice">
      <legend class="fact-label">{t('wish.first')}</legend>
      <p class="small soft">{t('wish.first-words')}</p>
      <div class="choice-rows">
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            class="button choice-row"
            aria-pressed={wish.priority === reason}
            onClick={() => onWish({ ...wish, priority: wish.priority === reason ? null : reason })}
          >
            <span class="choice-mark">{wish.priority === reason && <Icon name="check" size={20} />}</span>
            {t(`wish.${reason}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** Further services of the same visit, in the order in which they are chosen. */
export function RouteChoice(props: Props) {
  const { t, language } = useText()
  const { catalogue, wish, onWish, line } = props
  if (!catalogue) return null
  const nameOf = (stop: Stop) => {
    const group = catalogue.agencies.flatMap((agency) => agency.groups).find((row) => row.slug === stop.group)
    const service = group?.services.find((row) => row.slug === stop.service)
    return service ? pick(service.name, language) : ''
  }
  const isTaken = (slug: string) => slug === line.service || wish.route.some((stop) => stop.service === slug)
  const add = (value: string) => {
    const [group, service] = value.split(' ')
    if (group && service) onWish({ ...wish, route: [...wish.route, { group, service }] })
  }
  return (
    <fieldset class="choice">
      <legend class="fact-label">{t('wish.more')}</legend>
      <p class="small soft">{t('wish.more-words')}</p>
      {wish.route.length > 0 && (
        <ol class="stops">
          {wish.route.map((stop) => (
            <li key={stop.service}>
              <span>{nameOf(stop)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t('wish.more-remove', { service: nameOf(stop) })}
                onClick={() => onWish({ ...wish, route: wish.route.filter((row) => row !== stop) })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ol>
      )}
      {wish.route.length < mostStops && (
        <div class="field">
          <select aria-label={t('wish.more-choose')} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">{t('wish.more-choose')}</option>
            {catalogue.agencies.map((agency) => (
              <optgroup key={agency.slug} label={agency.shortName}>
                {agency.groups.map((group) =>
                  group.services
                    .filter((service) => !isTaken(service.slug))
                    .map((service) => (
                      <option key={service.slug} value={`${group.slug} ${service.slug}`}>
                        {pick(service.name, language)}
                      </option>
                    )),
                )}
              </optgroup>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  )
}
