import { useState } from 'preact/hooks'
import type { RoomsResponse } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { NotYet } from './not-yet.tsx'
import { SaveBar } from './save-bar.tsx'
import { useLoaded } from './use-loaded.ts'

/** Rooms of the mall that nobody may walk into for now. */
export function RoomsPart() {
  const admin = useAdmin()
  const { t } = useText()
  const path = `/api/admin/rooms?region=${encodeURIComponent(admin.region.value.slug)}`
  const loaded = useLoaded<RoomsResponse>(path)
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.ruang')}</h1>
      <p class="soft">{t('admin.rooms.how')}</p>
      {loaded.value === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : (
        <RoomsEditor key={path} path={path} loaded={loaded.value} onKept={loaded.put} />
      )}
    </section>
  )
}

function RoomsEditor(props: { path: string; loaded: RoomsResponse; onKept: (answer: RoomsResponse) => void }) {
  const { path, loaded } = props
  const admin = useAdmin()
  const { language, t } = useText()
  const before = loaded.rooms.filter(({ isClosed }) => isClosed).map(({ zone }) => zone)
  const [closed, setClosed] = useState<readonly string[]>(before)
  const isChanged = [...closed].sort().join(' ') !== [...before].sort().join(' ')
  const toggle = (zone: string) => setClosed(closed.includes(zone) ? closed.filter((one) => one !== zone) : [...closed, zone])
  const save = async () => {
    const answer = await admin.run(() => admin.call<RoomsResponse>('PUT', path, { body: { closed } }))
    if (answer === null) return
    props.onKept(answer)
    admin.done.value = t('admin.rooms.kept')
  }
  if (loaded.rooms.length === 0) return <p>{t('admin.rooms.none')}</p>
  return (
    <div class="card edit-card">
      <fieldset class="edit-part">
        <legend>{t('admin.rooms.list')}</legend>
        <div class="chips">
          {loaded.rooms.map(({ zone, name }) => (
            <label key={zone} class={closed.includes(zone) ? 'chip is-chosen' : 'chip'}>
              <input type="checkbox" class="visually-hidden" checked={closed.includes(zone)} onChange={() => toggle(zone)} />
              {pick(name, language)}
            </label>
          ))}
        </div>
      </fieldset>
      <SaveBar isChanged={isChanged} wrong={null} onSave={() => void save()} onUndo={() => setClosed(before)} />
    </div>
  )
}
