import { useState } from 'preact/hooks'
import type { AccessesResponse } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { dayAndTime, timeSpan } from '../state/words.ts'

const shownAtFirst = 5

/** Who opened one's records, and why: role and agency, never a name. */
export function AccessList({ accesses }: { accesses: AccessesResponse['accesses'] }) {
  const { language, t } = useText()
  const [isAll, setAll] = useState(false)
  const rows = isAll ? accesses : accesses.slice(0, shownAtFirst)
  return (
    <section class="stack" aria-labelledby="accesses-title">
      <h2 id="accesses-title">{t('rights.accesses')}</h2>
      {accesses.length === 0 ? (
        <p class="card empty">{t('rights.accesses.none')}</p>
      ) : (
        <ul class="card rows">
          {rows.map(({ at, role, agency, why, firstAt, count }, index) => (
            <li key={`${at}-${index}`} class="access">
              <strong>
                {t(`rights.role.${role}`)}
                {agency === null ? '' : ` · ${agency}`}
              </strong>
              <span>{pick(why, language)}</span>
              <span class="soft small">
                {count === 1 ? dayAndTime(at, language) : t('rights.accesses.times', { count, when: timeSpan(firstAt, at, language) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {accesses.length > rows.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t('rights.accesses.all', { count: accesses.length })}
        </button>
      )}
    </section>
  )
}
