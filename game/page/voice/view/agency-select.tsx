import type { CatalogueResponse } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'

/** Which agency. The phone's own list: it can be searched by typing, and every thumb knows it. */
export function AgencySelect(props: {
  catalogue: CatalogueResponse
  value: string
  onChange: (agency: string) => void
  /** The first choice; left out: one has to be chosen. */
  none?: string
}) {
  const { t } = useText()
  const agencies = [...props.catalogue.agencies].sort((a, b) => a.name.localeCompare(b.name, 'id'))
  return (
    <div class="field">
      <label for="agency">{t('voice.agency')}</label>
      <select id="agency" value={props.value} required={!props.none} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="">{props.none ?? t('voice.agency-choose')}</option>
        {agencies.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
