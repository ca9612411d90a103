import { useEffect } from 'preact/hooks'
import type { ContactRung } from '../../../contact/index.ts'
import { Icon, useText, type IconName } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isCalled } from '../app/ticket-state.ts'
import { TicketTariff } from './ticket-tariff.tsx'

const rungs: readonly { rung: ContactRung; icon: IconName }[] = [
  { rung: 'video', icon: 'video' },
  { rung: 'audio', icon: 'sound' },
  { rung: 'chat', icon: 'write' },
]

/** "You are called": over everything, in a colour that nothing else has, with the ways to talk. */
export function CalledCard() {
  const { app, talks } = useCitizen()
  const { t } = useText()
  const ticket = app.tickets.value.find(isCalled)
  const isShown = ticket !== undefined && app.panel.value?.kind !== 'talk'
  const isTalking = ticket?.contact?.state === 'talking'
  const isRinging = isShown && !isTalking
  useEffect(() => {
    // Behind the veil nothing can be pressed, so nothing there takes the focus.
    const main = document.querySelector('main')
    if (!main || !isRinging) return
    main.inert = true
    return () => {
      main.inert = false
    }
  }, [isRinging])
  if (!isShown) return null
  const { contact } = ticket
  const counter = ticket.counter?.label ?? ''
  const offered = rungs.slice(rungs.findIndex((row) => row.rung === contact?.rung))
  // While it rings there is one thing to do: the page behind is dimmed and out of the way.
  return (
    <>
      {!isTalking && <div class="called-veil" />}
      <section class={isTalking ? 'called is-talking' : 'called'} role="alert" aria-labelledby="called-title">
        <h2 id="called-title">
          <span class="called-number number">{ticket.label}</span>
          <span>{t(isTalking ? 'called.talking' : 'called.now', { counter })}</span>
        </h2>
        {!isTalking && <TicketTariff ticket={ticket} class="called-fee row" />}
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
              <button
                key={rung}
                type="button"
                class={index === 0 ? 'called-button is-first' : 'called-button'}
                onClick={() => void talks.join(rung)}
              >
                <Icon name={icon} />
                {t(`called.by.${rung}`)}
              </button>
            ))}
          </div>
        )}
      </section>
    </>
  )
}
