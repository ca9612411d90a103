import { useEffect, useState } from 'preact/hooks'
import { officerRoles, type OfficerRole, type OfficerRolesView } from '../../../api/index.ts'
import { Notice, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { NotYet } from './not-yet.tsx'
import { useLoaded } from './use-loaded.ts'

/** The roles of one officer, fetched when the row is opened. Who verifies and decides alike breaks four eyes only for one case: that is refused there. */
export function OfficerRoles(props: { officer: string }) {
  const path = `/api/admin/roles/${encodeURIComponent(props.officer)}`
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState<HTMLDivElement | null>(null)
  useEffect(() => {
    const row = place?.closest('details')
    if (!row) return
    const look = () => setOpen((was) => was || row.open)
    look()
    row.addEventListener('toggle', look)
    return () => row.removeEventListener('toggle', look)
  }, [place])
  const loaded = useLoaded<OfficerRolesView>(isOpen ? path : null)
  return (
    <div ref={setPlace}>
      {isOpen && loaded.value === null && <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />}
      {loaded.value !== null && <RolesEditor path={path} loaded={loaded.value} onKept={loaded.put} />}
    </div>
  )
}

function RolesEditor(props: { path: string; loaded: OfficerRolesView; onKept: (answer: OfficerRolesView) => void }) {
  const { path, loaded } = props
  const admin = useAdmin()
  const { t } = useText()
  const [roles, setRoles] = useState<readonly OfficerRole[]>(loaded.roles)
  const [isKept, setKept] = useState(false)
  const isChanged = roles.length !== loaded.roles.length || roles.some((role) => !loaded.roles.includes(role))
  const save = async () => {
    const answer = await admin.run(() => admin.call<OfficerRolesView>('PUT', path, { body: { roles } }))
    if (answer === null) return
    setRoles(answer.roles)
    props.onKept(answer)
    setKept(true)
  }
  return (
    <fieldset class="edit-part">
      <legend>{t('admin.roles')}</legend>
      {!loaded.isSet && <p class="small soft">{t('admin.roles.by-itself')}</p>}
      <ul class="roles">
        {officerRoles.map((role) => (
          <li key={role}>
            <label class="choice-line">
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={() => {
                  setKept(false)
                  setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
                }}
              />
              <span>
                <strong>{t(`admin.role.${role}`)}</strong>
                <span class="small soft">{t(`admin.role.${role}.does`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {roles.includes('verifier') && roles.includes('approver') && (
        <Notice tone="plain">
          <p>{t('admin.roles.four-eyes')}</p>
        </Notice>
      )}
      <div class="roles-foot">
        <p role="status" class="small soft">
          {isKept && !isChanged ? t('admin.roles.kept') : ''}
        </p>
        <button
          type="button"
          class="button"
          aria-disabled={!isChanged || admin.isBusy.value}
          onClick={() => {
            if (isChanged) void save()
          }}
        >
          {t('admin.roles.save')}
        </button>
      </div>
    </fieldset>
  )
}
