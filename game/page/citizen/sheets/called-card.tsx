import type { ContactRung } from '../../../contact/index.ts'
import { Icon, useText, type IconName } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'

const rungs: readonly { rung: ContactRung; icon: IconName }[] = [
  { rung: 'video', icon: 'video' },
  { rung: 'audio', icon: 'sound' },
  { rung: 'chat', icon: 'write' },
]

/** "You are called": over everything, in a colour that nothing else has, with the ways to talk. */
export function CalledCard() {
  const { app, talks } = useCitizen()
  const { t } = useText()
  const ticket = app.tickets.value.find((row) => row.state === 'called' || (row.state === 'serving' && row.contact && row.contact.state !== 'ended'))
  if (!ticket || app.panel.value?.kind === 'talk') return null
  const { contact } = ticket
  const counter = ticket.counter?.label ?? ''
  const isTalking = contact?.state === 'talking'
  const offered = rungs.slice(rungs.findIndex((row) => row.rung === contact?.rung))
  return (
    <section class={isTalking ? 'called is-talking' : 'called'} role="alert" aria-labelledby="called-title">
      <h2 id="called-title">
        <span class="called-number number">{ticket.label}</span>
        <span>{t(isTalking ? 'called.talking' : 'called.now', { counter })}</span>
      </h2>
      {!contact || contact.state === 'ended' ? (
        <p>{t('called.wait')}</p>
      ) : isTalking ? (
        <button type="button" class="called-button is-first" onClick={() => void talks.join(contact.rung)}>
          <Icon name="phone" />
          {t('called.return')}
        </button>
      ) : (
        <div class="called-buttons">
          {offered.map(({ rung, icon }, index) => (
            <button key={rung} type="button" class={index === 0 ? 'called-button is-first' : 'called-button'} onClick={() => void talks.join(rung)}>
              <Icon name={icon} />
              {t(`called.by.${rung}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
