import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CaseView } from '../../../../api/index.ts'
import { Busy, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import type { Sending } from '../outbox/sending.ts'
import { useCases } from './case-context.tsx'
import { StateBadge, turnWords } from './case-state.tsx'
import { useService } from './use-service.ts'

/** `/perkara`: what is on its way, what the server has; also without signal. */
export function CaseListPage() {
  const { app, courier, list } = useCases()
  const { t } = useText()
  const isSignedIn = app.session.value?.role === 'citizen'
  useEffect(() => {
    if (isSignedIn) void list.load()
  }, [isSignedIn])
  const cases = list.cases.value
  const onTheWay = courier.sendings.value.filter((row) => row.number === null)
  return (
    <div class="stack">
      <h1>{t('case.list.title')}</h1>
      {!isSignedIn && (
        <Notice tone={cases ? 'plain' : 'warn'}>
          <p>{t(cases ? 'case.list.kept' : 'case.list.sign-in')}</p>
          <button type="button" class="button main wide" onClick={() => app.open({ kind: 'sign-in', take: null })}>
            {t('sign-in.title')}
          </button>
        </Notice>
      )}
      {list.problem.value && (
        <Notice tone="warn" isLive>
          <p>{list.problem.value}</p>
          <p>{t('case.list.old')}</p>
        </Notice>
      )}
      {onTheWay.length > 0 && (
        <section class="stack">
          <h2>{t('case.list.on-the-way')}</h2>
          <ul class="stack">
            {onTheWay.map((sending) => (
              <li key={sending.id}>
                <WayLink sending={sending} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Drafts />
      {cases === null && isSignedIn && !list.problem.value && <Busy>{t('case.list.loading')}</Busy>}
      {cases && cases.length === 0 && onTheWay.length === 0 && <Empty />}
      {cases && cases.length > 0 && (
        <ul class="stack">
          {cases.map((view) => (
            <li key={view.id}>
              <CaseLink view={view} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Forms that were begun and not sent. */
function Drafts() {
  const { keep, emptied } = useCases()
  const { t } = useText()
  const names = useSignal<readonly string[]>([])
  const load = async () => {
    names.value = await keep.names('draft/')
  }
  useEffect(() => void load(), [emptied.value])
  if (names.value.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('case.list.drafts')}</h2>
      <ul class="stack">
        {names.value.map((name) => (
          <li key={name}>
            <DraftLink path={name.slice('draft/'.length)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DraftLink(props: { path: string }) {
  const { t, language } = useText()
  const [region = '', service = ''] = props.path.split('/')
  const known = useService({ region, service })
  return (
    <a class="case-link card is-way" href={`/ajukan/${props.path}`}>
      <span class="case-link-words">
        <strong>{known ? pick(known.name, language) : '…'}</strong>
        <span>{t('case.list.go-on')}</span>
      </span>
      <Icon name="next" />
    </a>
  )
}

function CaseLink(props: { view: CaseView }) {
  const { view } = props
  const text = useText()
  const service = useService(view)
  return (
    <a class="case-link card" href={`/perkara/${view.id}`}>
      <span class="case-link-words">
        <strong>{service ? pick(service.name, text.language) : '…'}</strong>
        <span class="small soft number">{view.number}</span>
        <span class="case-link-state">
          <StateBadge view={view} />
        </span>
        <span>{turnWords(view, text)}</span>
      </span>
      <Icon name="next" />
    </a>
  )
}

function WayLink(props: { sending: Sending }) {
  const { t, language } = useText()
  const { courier } = useCases()
  const { sending } = props
  const isRefused = courier.items.value.some((item) => item.case === sending.id && item.state === 'refused')
  return (
    <a class="case-link card is-way" href={`/perkara/${sending.id}`}>
      <span class="case-link-words">
        <strong>{pick(sending.title, language)}</strong>
        <span>{t(isRefused ? 'case.way.refused' : 'case.list.waiting')}</span>
      </span>
      <Icon name="next" />
    </a>
  )
}

function Empty() {
  const { t } = useText()
  const { app } = useCases()
  return (
    <div class="case-empty card">
      <Icon name="paper" size={48} />
      <p>{t('case.list.none')}</p>
      <a class="button main wide" href={`/${app.region?.slug ?? ''}`}>
        {t('case.list.begin')}
      </a>
    </div>
  )
}
