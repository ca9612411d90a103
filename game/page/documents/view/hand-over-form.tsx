import { useState } from 'preact/hooks'
import type { HandOverRequest, PickupView } from '../../../api/index.ts'
import { pickupLanes, type PickupLane } from '../../../case/index.ts'
import { formatDate, Notice, useText } from '../../shared/index.ts'
import type { DeskApp } from '../state/desk-app.ts'
import { useAction } from './use-action.ts'

/** Who came, by which card, in which lane. */
export function HandOverForm(props: { app: DeskApp; view: PickupView }) {
  const { app, view } = props
  const { t, language } = useText()
  const action = useAction()
  const [lane, setLane] = useState<PickupLane>('desk')
  const [who, setWho] = useState<'holder' | 'proxy'>('holder')
  const [nik, setNik] = useState('')
  const [isNameChecked, setNameChecked] = useState(false)
  const [authority, setAuthority] = useState(view.authorities[0]?.paper ?? null)
  const shown: HandOverRequest['shown'] =
    who === 'holder' ? { kind: 'holder', nikEnd: nik.trim(), isNameChecked } : { kind: 'proxy', nik, authority }
  return (
    <form
      class="stack hand-over"
      onSubmit={(event) => {
        event.preventDefault()
        void action.run(() => app.handOver({ lane, shown }))
      }}
    >
      <Choices
        name="lane"
        legend={t('documents.desk.lane')}
        of={pickupLanes.map((one) => [one, t(`documents.lane.${one}`)] as const)}
        chosen={lane}
        onChoose={setLane}
      />
      <Choices
        name="who"
        legend={t('documents.desk.who')}
        of={(['holder', 'proxy'] as const).map((one) => [one, t(`documents.desk.${one}`)] as const)}
        chosen={who}
        onChoose={(next) => {
          setWho(next)
          setNik('')
        }}
      />
      {who === 'holder' && <p>{t('documents.desk.holder-nik', { nik: view.holderNikMasked })}</p>}
      <div class="field">
        <label for="nik">{t(who === 'holder' ? 'documents.desk.nik-end' : 'documents.desk.nik-proxy')}</label>
        <input
          id="nik"
          class="number"
          inputMode="numeric"
          autocomplete="off"
          maxLength={who === 'holder' ? 4 : 20}
          required
          value={nik}
          onInput={(event) => setNik(event.currentTarget.value)}
        />
      </div>
      {who === 'holder' ? (
        <label class="tick">
          <input type="checkbox" checked={isNameChecked} onChange={(event) => setNameChecked(event.currentTarget.checked)} />
          <span>{t('documents.desk.name-checked')}</span>
        </label>
      ) : (
        <Authorities view={view} chosen={authority} onChoose={setAuthority} language={language} />
      )}
      {action.problem !== '' && (
        <Notice tone="bad" isLive>
          {action.problem}
        </Notice>
      )}
      <button type="submit" class="button main wide" disabled={action.isBusy}>
        {t('documents.desk.hand-over')}
      </button>
    </form>
  )
}

function Authorities(props: { view: PickupView; chosen: string | null; onChoose: (paper: string) => void; language: 'id' | 'en' }) {
  const { t } = useText()
  const { authorities } = props.view
  if (authorities.length === 0) return <Notice tone="warn">{t('documents.desk.no-authority')}</Notice>
  const names = authorities.map(
    ({ paper, createdAt }) => [paper, t('documents.desk.authority-of', { day: formatDate(createdAt, props.language) })] as const,
  )
  return (
    <Choices name="authority" legend={t('documents.desk.authority')} of={names} chosen={props.chosen ?? ''} onChoose={props.onChoose} />
  )
}

/** A few things of which one holds. */
function Choices<Value extends string>(props: {
  name: string
  legend: string
  of: readonly (readonly [Value, string])[]
  chosen: Value
  onChoose: (value: Value) => void
}) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.of.map(([value, words]) => (
        <label key={value} class="tick">
          <input type="radio" name={props.name} checked={props.chosen === value} onChange={() => props.onChoose(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
