import { useState } from 'preact/hooks'
import type { HoursResponse } from '../../../api/index.ts'
import type { OfficeHours } from '../../../queue/index.ts'
import { formatDay, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { hoursSentence } from '../state/hours-draft.ts'
import { Chooser } from './chooser.tsx'
import { ClosuresEditor } from './closures-editor.tsx'
import { NotYet } from './not-yet.tsx'
import { NumbersEditor } from './numbers-editor.tsx'
import { SaveBar } from './save-bar.tsx'
import { SeenNow } from './seen-now.tsx'
import { useLoaded } from './use-loaded.ts'
import { dayName, WeekEditor } from './week-editor.tsx'

/** When an agency is there: its week, its special days, and how many it can take. */
export function HoursPart() {
  const admin = useAdmin()
  const { t } = useText()
  const agencies = admin.catalogue.value?.agencies ?? []
  const chosen = agencies.find(({ slug }) => slug === admin.chosen.value) ?? null
  const region = encodeURIComponent(admin.region.value.slug)
  const path = chosen === null ? null : `/api/admin/agencies/${encodeURIComponent(chosen.slug)}/hours?region=${region}`
  const loaded = useLoaded<HoursResponse>(path)
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.jam')}</h1>
      <p class="soft">{t('admin.hours.how')}</p>
      <div class="edit-columns">
        <Chooser
          rows={agencies.map(({ slug, name, shortName }) => ({ slug, name: shortName, detail: name === shortName ? null : name }))}
          chosen={chosen?.slug ?? null}
          label={t('admin.agency')}
          onChoose={(slug) => admin.toSection('jam', slug)}
        />
        {chosen === null && <p class="card empty-card soft">{t('admin.hours.choose')}</p>}
        {chosen !== null && loaded.value === null && <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />}
        {chosen !== null && loaded.value !== null && path !== null && (
          <HoursEditor key={path} name={chosen.name} path={path} loaded={loaded.value} onKept={loaded.put} />
        )}
      </div>
    </section>
  )
}

function HoursEditor(props: { name: string; path: string; loaded: HoursResponse; onKept: (answer: HoursResponse) => void }) {
  const { name, path, loaded } = props
  const admin = useAdmin()
  const { language, t } = useText()
  const [hours, setHours] = useState<OfficeHours>(loaded.hours)
  const isChanged = JSON.stringify(hours) !== JSON.stringify(loaded.hours)
  const wrong = hoursSentence(hours)
  const told = (): string | null => {
    if (wrong === null) return null
    const { problem } = wrong
    if (problem.code === 'spans') return t(wrong.key, { day: dayName(problem.weekday, language) })
    if (problem.code === 'number') return t(wrong.key, { name: t(`admin.numbers.${problem.name}`) })
    return t(wrong.key, { day: 'day' in problem ? formatDay(problem.day, language) : '' })
  }
  const save = async () => {
    const answer = await admin.run(() => admin.call<HoursResponse>('PUT', path, { body: hours }))
    if (answer === null) return
    setHours(answer.hours)
    props.onKept(answer)
    admin.done.value = t('admin.hours.kept')
  }
  return (
    <div class="card edit-card">
      <h2>{name}</h2>
      <SeenNow state={loaded.state} />
      <WeekEditor hours={hours} onChange={setHours} />
      <ClosuresEditor hours={hours} onChange={setHours} />
      <NumbersEditor hours={hours} onChange={setHours} />
      <SaveBar isChanged={isChanged} wrong={told()} onSave={() => void save()} onUndo={() => setHours(loaded.hours)} />
    </div>
  )
}
