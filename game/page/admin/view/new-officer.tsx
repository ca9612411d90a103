import { useState } from 'preact/hooks'
import type { FirstPassword } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'

/** A new account: name, user name, agency. The first password comes back once. */
export function NewOfficer(props: { onMade: (made: FirstPassword) => void }) {
  const admin = useAdmin()
  const { t } = useText()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [agency, setAgency] = useState('')
  const [round, setRound] = useState(0)
  const isOff = name.trim() === '' || username.trim() === '' || agency === '' || admin.isBusy.value
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isOff) return
    const body = {
      name: name.trim(),
      username: username.trim(),
      region: admin.region.peek().slug,
      agency: agency === whole ? null : agency,
    }
    const made = await admin.run(() => admin.call<FirstPassword>('POST', '/api/admin/officers', { body }))
    if (made === null) return
    setName('')
    setUsername('')
    setAgency('')
    setRound(round + 1)
    props.onMade(made)
  }
  return (
    <details key={round} class="card new-officer">
      <summary>
        <Icon name="plus" size={20} />
        {t('admin.officers.add')}
      </summary>
      <form class="new-officer-form" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span class="field-label">{t('admin.officers.name')}</span>
          <input class="input" autocomplete="off" maxLength={80} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span class="field-label">{t('admin.officers.username')}</span>
          <input
            class="input"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={32}
            placeholder="sari.dewi"
            value={username}
            onInput={(event) => setUsername(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field-label">{t('admin.agency')}</span>
          <select class="input" value={agency} onChange={(event) => setAgency(event.currentTarget.value)}>
            <option value="">{t('admin.choose')}</option>
            <option value={whole}>{t('admin.officers.region')}</option>
            {(admin.catalogue.value?.agencies ?? []).map(({ slug, name: own }) => (
              <option key={slug} value={slug}>
                {own}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button main" aria-disabled={isOff}>
          {t('admin.officers.make')}
        </button>
      </form>
    </details>
  )
}

/** No agency has this slug: slugs have no stars. */
const whole = '*'
