import type { ContactRung } from '../../../contact/index.ts'
import { Icon, useText, type IconName } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'

const offers: readonly { readonly rung: ContactRung; readonly icon: IconName }[] = [
  { rung: 'video', icon: 'video' },
  { rung: 'audio', icon: 'sound' },
  { rung: 'chat', icon: 'write' },
]

/** On which rung calls are offered; both may change it later, up or down. */
export function OfferChoice(props: { isRinging: boolean }) {
  const { app, talk } = useOfficer()
  const { t } = useText()
  const chosen = app.settings.rung.value
  return (
    <fieldset class="offer">
      <legend class="field-label">{t(props.isRinging ? 'officer.offer.now' : 'officer.offer')}</legend>
      <div class="offer-row">
        {offers.map(({ rung, icon }) => (
          <label key={rung} class={chosen === rung ? 'offer-choice is-chosen' : 'offer-choice'}>
            <input type="radio" name="offer" class="visually-hidden" checked={chosen === rung} onChange={() => talk.offer(rung)} />
            <Icon name={icon} />
            {t(`officer.offer.${rung}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
