import { useState } from 'preact/hooks'
import type { PolicyResponse } from '../../../api/index.ts'
import { defaultPolicy, type QueuePolicy } from '../../../queue/index.ts'
import { formatDay, pick, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { policyGroups, shownBounds, shownValue, withValue, wrongFields, type PolicyField } from '../state/policy-fields.ts'
import { Chooser } from './chooser.tsx'
import { NotYet } from './not-yet.tsx'
import { SaveBar } from './save-bar.tsx'
import { useLoaded } from './use-loaded.ts'

/** How a line is called: it is part of the proof of a day, so a change holds from the next one. */
export function PolicyPart() {
  const admin = useAdmin()
  const { language, t } = useText()
  const lines = (admin.catalogue.value?.agencies ?? []).flatMap(({ shortName, groups }) =>
    groups.map(({ slug, name, prefix }) => ({ slug, name: `${prefix} · ${pick(name, language)}`, detail: shortName })),
  )
  const chosen = lines.find(({ slug }) => slug === admin.chosen.value) ?? null
  const region = encodeURIComponent(admin.region.value.slug)
  const path = chosen === null ? null : `/api/admin/lines/${encodeURIComponent(chosen.slug)}/policy?region=${region}`
  const loaded = useLoaded<PolicyResponse>(path)
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.aturan')}</h1>
      <p class="soft">{t('admin.policy.how')}</p>
      <div class="edit-columns">
        <Chooser rows={lines} chosen={chosen?.slug ?? null} label={t('admin.line')} onChoose={(slug) => admin.toSection('aturan', slug)} />
        {chosen === null && <p class="card empty-card soft">{t('admin.policy.choose')}</p>}
        {chosen !== null && loaded.value === null && <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />}
        {chosen !== null && loaded.value !== null && path !== null && (
          <PolicyEditor key={path} name={`${chosen.name} (${chosen.detail})`} path={path} loaded={loaded.value} onKept={loaded.put} />
        )}
      </div>
    </section>
  )
}

function PolicyEditor(props: { name: string; path: string; loaded: PolicyResponse; onKept: (answer: PolicyResponse) => void }) {
  const { name, path, loaded } = props
  const admin = useAdmin()
  const { language, t } = useText()
  const [policy, setPolicy] = useState<QueuePolicy>(loaded.next)
  const same = (a: QueuePolicy, b: QueuePolicy) =>
    policyGroups.every(({ fields }) => fields.every((field) => a[field.name] === b[field.name]))
  const [wrong] = wrongFields(policy)
  const wrongWords = wrong === undefined ? null : t('admin.policy.wrong', { name: t(`admin.policy.${wrong.name}`), ...shownBounds(wrong) })
  const save = async () => {
    const answer = await admin.run(() => admin.call<PolicyResponse>('PUT', path, { body: policy }))
    if (answer === null) return
    setPolicy(answer.next)
    props.onKept(answer)
    admin.done.value = t('admin.policy.kept', { day: formatDay(answer.fromDay, language) })
  }
  return (
    <div class="card edit-card">
      <h2>{name}</h2>
      <p class="seen-now">
        {same(loaded.today, loaded.next) ? t('admin.policy.same') : t('admin.policy.next', { day: formatDay(loaded.fromDay, language) })}
      </p>
      {policyGroups.map(({ slug, fields }) => (
        <fieldset key={slug} class="edit-part">
          <legend>{t(`admin.policy.group.${slug}`)}</legend>
          <div class="numbers">
            {fields.map((field) => (
              <PolicyInput key={field.name} field={field} policy={policy} today={loaded.today} onChange={setPolicy} />
            ))}
          </div>
        </fieldset>
      ))}
      {!same(policy, defaultPolicy) && (
        <button type="button" class="button" onClick={() => setPolicy(defaultPolicy)}>
          {t('admin.policy.default')}
        </button>
      )}
      <SaveBar isChanged={!same(policy, loaded.next)} wrong={wrongWords} onSave={() => void save()} onUndo={() => setPolicy(loaded.next)} />
    </div>
  )
}

function PolicyInput(props: { field: PolicyField; policy: QueuePolicy; today: QueuePolicy; onChange: (policy: QueuePolicy) => void }) {
  const { field, policy, today } = props
  const { t } = useText()
  const now = shownValue(field, today)
  const { least, most } = shownBounds(field)
  const isWrong = wrongFields(policy).some(({ name }) => name === field.name)
  return (
    <label class={isWrong ? 'field wrong' : 'field'}>
      <span class="field-label">{t(`admin.policy.${field.name}`)}</span>
      <span class="with-unit">
        <input
          class="input number"
          inputMode="numeric"
          autocomplete="off"
          aria-invalid={isWrong}
          value={String(shownValue(field, policy))}
          onInput={(event) => props.onChange(withValue(policy, field, event.currentTarget.value))}
        />
        {field.unit !== 'plain' && <span>{t(`admin.unit.${field.unit}`)}</span>}
      </span>
      <span class="hint">
        {t('admin.policy.bounds', { least, most })}
        {now !== shownValue(field, policy) && ` · ${t('admin.policy.today', { value: now })}`}
      </span>
    </label>
  )
}
