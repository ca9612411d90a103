import { useState } from 'preact/hooks'
import type { BreachRequest, BreachView } from '../../../api/index.ts'
import { formatDate, formatTime, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { changedFacts, missingFacts, readPeople } from '../state/breach-draft.ts'
import { leftSentence } from '../state/time-left.ts'
import { FactFields, ToldFacts } from './fact-fields.tsx'
import { TextArea } from './text-area.tsx'
import { useNow } from './use-now.ts'
import { useUnsaved } from './use-unsaved.ts'

const dayHours = 72
const hourMs = 3_600_000

/** One breach: its clock, what is known, and the steps. What those concerned were told is never rewritten. */
export function BreachCard(props: { breach: BreachView; onKept: (breach: BreachView) => void }) {
  const { breach } = props
  const { id, state, foundAt, notifyBy, notifiedAt, isInTime, closedAt } = breach
  const admin = useAdmin()
  const { language, t } = useText()
  const nowMs = useNow()
  const zone = admin.region.value.timeZone
  const when = (iso: string) => `${formatDate(iso, language, zone)}, ${formatTime(iso, language, zone)}`
  const isRunning = state === 'found'
  const isOver = Date.parse(notifyBy) < nowMs
  const tone = isRunning ? (isOver ? 'bad' : 'warn') : isInTime === false ? 'bad' : 'good'
  const said = isRunning ? leftSentence(notifyBy, nowMs, t) : t(isInTime === false ? 'admin.breaches.late' : 'admin.breaches.in-time')
  return (
    <details class="officer-row" open={isRunning}>
      <summary>
        <span class="officer-words">
          <strong>{t('admin.breaches.one', { time: when(foundAt) })}</strong>
          <span class="small soft">{breach.facts.data === '' ? t('admin.breaches.unknown') : breach.facts.data}</span>
        </span>
        <span class="badge">{t(`admin.breaches.state.${state}`)}</span>
        <span class={`badge ${tone}`}>{said}</span>
      </summary>
      <div class="officer-body">
        {isRunning ? (
          <div class="breach-clock">
            <p>
              {t('admin.breaches.by')} <strong>{when(notifyBy)}</strong>
            </p>
            <progress
              aria-label={t('admin.breaches.by')}
              max={dayHours}
              value={Math.min(dayHours, Math.max(0, (nowMs - Date.parse(foundAt)) / hourMs))}
            />
          </div>
        ) : (
          <p>
            {notifiedAt !== null && t('admin.breaches.told', { time: when(notifiedAt), count: breach.people })}{' '}
            {closedAt !== null && t('admin.breaches.closed', { time: when(closedAt) })}
          </p>
        )}
        {isRunning ? <BreachEditor key={id} breach={breach} onKept={props.onKept} /> : <ToldFacts facts={breach.facts} />}
        {state === 'notified' && <Step breach={breach} act="close" isOff={false} onKept={props.onKept} />}
      </div>
    </details>
  )
}

function BreachEditor(props: { breach: BreachView; onKept: (breach: BreachView) => void }) {
  const { breach } = props
  const admin = useAdmin()
  const { t } = useText()
  const [facts, setFacts] = useState(breach.facts)
  const [people, setPeople] = useState('')
  const [isPublic, setPublic] = useState(breach.isPublic)
  const [said, setSaid] = useState('')
  const changed = changedFacts(breach.facts, facts)
  const names = readPeople(people)
  const isChanged = Object.keys(changed).length > 0 || names.length > 0 || isPublic !== breach.isPublic
  useUnsaved(isChanged)
  const missing = missingFacts(breach.facts)
  const save = async () => {
    if (!isChanged) return
    const body: BreachRequest = { facts: changed, isPublic, ...(names.length === 0 ? {} : { people: names }) }
    const path = `/api/admin/breaches/${encodeURIComponent(breach.id)}`
    const kept = await admin.run(() => admin.call<BreachView>('PUT', path, { body }))
    if (kept === null) return
    setSaid(names.length === 0 ? t('admin.breaches.kept') : t('admin.breaches.people-kept', { count: kept.people }))
    setFacts(kept.facts)
    setPeople('')
    props.onKept(kept)
  }
  return (
    <>
      <FactFields facts={facts} onChange={setFacts} />
      <TextArea
        label={t('admin.breaches.people', { count: breach.people })}
        hint={t('admin.breaches.people-hint')}
        rows={2}
        value={people}
        onInput={setPeople}
      />
      <label class="choice-line">
        <input type="checkbox" checked={isPublic} onChange={() => setPublic(!isPublic)} />
        <span>
          <strong>{t('admin.breaches.public')}</strong>
          <span class="small soft">{t('admin.breaches.public-hint')}</span>
        </span>
      </label>
      <div class="roles-foot">
        <p role="status" class="small soft">
          {isChanged ? t('admin.changed') : said}
        </p>
        <button type="button" class="button" aria-disabled={!isChanged || admin.isBusy.value} onClick={() => void save()}>
          {t('admin.save')}
        </button>
      </div>
      {missing.length > 0 && (
        <p class="small save-wrong">{t('admin.breaches.missing', { facts: missing.map((fact) => t(`admin.fact.${fact}`)).join(', ') })}</p>
      )}
      <Step breach={breach} act="notify" isOff={missing.length > 0 || isChanged} onKept={props.onKept} />
    </>
  )
}

/** A step that cannot be taken back: asked about once. */
function Step(props: { breach: BreachView; act: 'notify' | 'close'; isOff: boolean; onKept: (breach: BreachView) => void }) {
  const { breach, act, isOff } = props
  const admin = useAdmin()
  const { t } = useText()
  const [isAsked, setAsked] = useState(false)
  const go = async () => {
    setAsked(false)
    const path = `/api/admin/breaches/${encodeURIComponent(breach.id)}/${act}`
    const kept = await admin.run(() => admin.call<BreachView>('POST', path))
    if (kept !== null) props.onKept(kept)
  }
  return (
    <div class="officer-password">
      {isAsked && !isOff ? (
        <>
          <p>
            {act === 'notify' && breach.people === 0
              ? t('admin.breaches.nobody')
              : t(`admin.breaches.${act}.sure`, { count: breach.people })}
          </p>
          <button type="button" class="button" onClick={() => setAsked(false)}>
            {t('admin.no')}
          </button>
          <button type="button" class="button main" aria-disabled={admin.isBusy.value} onClick={() => void go()}>
            {t(`admin.breaches.${act}.yes`)}
          </button>
        </>
      ) : (
        <button type="button" class="button" aria-disabled={isOff} onClick={() => setAsked(!isOff)}>
          {t(`admin.breaches.${act}`)}
        </button>
      )}
    </div>
  )
}
