import { useState } from 'preact/hooks'
import type { BreachView } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { changedFacts, noFacts } from '../state/breach-draft.ts'
import { instantOf, localTime } from '../state/local-time.ts'
import { FactFields } from './fact-fields.tsx'
import { useUnsaved } from './use-unsaved.ts'

/** A new line of the register: when it was found is enough, and the clock runs from then; the rest can follow. */
export function NewBreach(props: { onKept: (breach: BreachView) => void }) {
  const admin = useAdmin()
  const { t } = useText()
  const zone = admin.region.value.timeZone
  const [foundAt, setFoundAt] = useState('')
  const [facts, setFacts] = useState(noFacts)
  // Written down, but what is known of it did not get through: a second press adds that, and no second line.
  const [made, setMade] = useState<BreachView | null>(null)
  const [round, setRound] = useState(0)
  const found = instantOf(foundAt, zone)
  const isOff = found === null || admin.isBusy.value
  const written = changedFacts(noFacts, facts)
  const hasWords = Object.keys(written).length > 0
  useUnsaved(foundAt !== '' || hasWords)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isOff) return
    const breach =
      made ??
      (await admin.run(() =>
        admin.call<BreachView>('POST', '/api/admin/breaches', { body: { region: admin.region.peek().slug, foundAt: found } }),
      ))
    if (breach === null) return
    setMade(breach)
    const path = `/api/admin/breaches/${encodeURIComponent(breach.id)}`
    const kept = hasWords ? await admin.run(() => admin.call<BreachView>('PUT', path, { body: { facts: written } })) : breach
    if (kept === null) return
    setMade(null)
    setFoundAt('')
    setFacts(noFacts)
    setRound(round + 1)
    props.onKept(kept)
  }
  return (
    <details key={round} class="card new-officer">
      <summary>
        <Icon name="plus" size={20} />
        {t('admin.breaches.add')}
      </summary>
      <form class="duty-body" onSubmit={(event) => void submit(event)}>
        <label class="field found-at">
          <span class="field-label">{t('admin.breaches.found')}</span>
          <span class="small soft">{t('admin.breaches.found-hint')}</span>
          <input
            class="input"
            type="datetime-local"
            max={localTime(Date.now(), zone)}
            value={foundAt}
            onInput={(event) => setFoundAt(event.currentTarget.value)}
          />
        </label>
        <FactFields facts={facts} onChange={setFacts} />
        <div class="duty-foot">
          <button type="submit" class="button main" aria-disabled={isOff}>
            {t('admin.breaches.make')}
          </button>
        </div>
      </form>
    </details>
  )
}
