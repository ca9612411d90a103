import type { OfficerTicket } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { KeyButton } from './key-button.tsx'

/** Who the person says they are, masked, and whether an officer has seen the card. */
export function IdentityCard(props: { ticket: OfficerTicket }) {
  const { ticket } = props
  const { desk } = useOfficer()
  const { t } = useText()
  if (ticket.isGuest) {
    return (
      <section class="identity" aria-label={t('officer.identity')}>
        <p class="unverified small">{t('officer.identity.guest')}</p>
      </section>
    )
  }
  return (
    <section class="identity" aria-labelledby="identity-title">
      <h3 id="identity-title" class="visually-hidden">
        {t('officer.identity')}
      </h3>
      <dl class="identity-facts">
        <div>
          <dt>NIK</dt>
          <dd class="number">{ticket.nikMasked}</dd>
        </div>
        <div>
          <dt>{t('officer.identity.phone')}</dt>
          <dd class="number">{ticket.phoneMasked}</dd>
        </div>
      </dl>
      {ticket.isVerified ? (
        <p class="badge good verified">
          <Icon name="check" size={18} />
          {t('officer.identity.verified')}
        </p>
      ) : (
        <div class="unverified">
          <p class="small">{t('officer.identity.unverified')}</p>
          <KeyButton shortcut="verify" icon="kependudukan" isBusy={desk.busy.value === 'verify'} onClick={() => void desk.act('verify')}>
            {t('officer.verify')}
          </KeyButton>
        </div>
      )}
    </section>
  )
}
