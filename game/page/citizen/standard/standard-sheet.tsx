import './standard.css'
import type { ComponentChildren } from 'preact'
import type { StandardResponse } from '../../../api/index.ts'
import { Icon, pick, Sheet, useText, type IconName, type Text } from '../../shared/index.ts'
import { FeeFacts } from './fee-facts.tsx'
import { PaperChecklist } from './paper-checklist.tsx'

/** What is promised for a service: papers, steps with their days, the fee and its regulation, what comes of it, what needs the body; and the way in. */
export function StandardSheet(props: { standard: StandardResponse; onClose: () => void }) {
  const { standard } = props
  const text = useText()
  const { t, language } = text
  const { region, service, group, steps, product, complaints, remote, body, workingDays } = standard
  const canApply = remote !== 'prepare' && standard.form !== null
  return (
    <Sheet
      class="std-sheet"
      title={pick(standard.name, language)}
      onClose={props.onClose}
      foot={<Ways region={region} {...{ service, group, canApply }} />}
    >
      <div class="stack std">
        <p class="small soft">{standard.agencyName}</p>
        <Reach remote={canApply ? remote : 'prepare'} body={body && pick(body, language)} />
        <Part icon="paper" title={t('standard.papers')}>
          <PaperChecklist id={`${region}/${service}`} requirements={standard.requirements} form={standard.form} />
        </Part>
        <Part icon="fee" title={t('standard.fee')}>
          <FeeFacts standard={standard} />
        </Part>
        <Part icon="clock" title={t('standard.time')}>
          <p>
            <strong>{daysWords(workingDays, text)}</strong> <span class="soft">{t('standard.from-complete')}</span>
          </p>
          <ol class="std-steps">
            {steps.map((step) => (
              <li key={step.slug}>
                <span>{pick(step.name, language)}</span>
                <small>
                  {t(`standard.role.${step.role}`)} · {daysWords(step.workingDays, text)}
                </small>
              </li>
            ))}
          </ol>
        </Part>
        <Part icon="ticket" title={t('standard.product')}>
          <p>{pick(product.name, language)}</p>
          <p class="small soft">{t(`standard.product.${product.kind}`)}</p>
        </Part>
        <Part icon="write" title={t('standard.complaints')}>
          <p>{pick(complaints, language)}</p>
          <p class="small soft">{t('standard.complaints-time')}</p>
        </Part>
        <p class="small soft">{t('standard.version', { version: standard.version, day: dateWords(standard.validFrom, language) })}</p>
      </div>
    </Sheet>
  )
}

function Part(props: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="std-part">
      <h3>
        <Icon name={props.icon} />
        {props.title}
      </h3>
      {props.children}
    </section>
  )
}

/** What can be done from here, and what needs the body, said first: it decides whether somebody travels. */
function Reach(props: { remote: StandardResponse['remote']; body: string | null }) {
  const { t } = useText()
  return (
    <div class={props.remote === 'prepare' ? 'std-reach' : 'std-reach good'}>
      <Icon name={props.remote === 'prepare' ? 'place' : 'home'} />
      <p>
        <strong>{t(`standard.reach.${props.remote}`)}</strong>
        {props.body !== null && <span>{props.body}.</span>}
      </p>
    </div>
  )
}

function Ways(props: { region: string; service: string; group: string; canApply: boolean }) {
  const { t } = useText()
  const { region, service, group, canApply } = props
  return (
    <div class="std-ways">
      {canApply && (
        <a class="button main" href={`/ajukan/${region}/${service}`}>
          {t('standard.apply')}
        </a>
      )}
      <a class={canApply ? 'button' : 'button main'} href={`/${region}?antre=${group}`} data-take-service={group} data-service={service}>
        {t('ticket.take')}
      </a>
    </div>
  )
}

/** "1 Juli 2025", on one line. */
function dateWords(day: string, language: Text['language']): string {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0')
}

function daysWords(days: number, { t }: Text): string {
  if (days === 0) return t('standard.same-day')
  return t(days === 1 ? 'standard.one-day' : 'standard.days', { count: days })
}
