import { useState } from 'preact/hooks'
import type { Form, Requirement } from '../../../case/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { conditionWords } from './condition-words.ts'
import { keepTicked, readTicked } from './ready-papers.ts'

type Props = { readonly id: string; readonly requirements: readonly Requirement[]; readonly form: Form | null }

/** The papers to get ready, to be ticked off; the ticks stay on this device. */
export function PaperChecklist({ id, requirements, form }: Props) {
  const text = useText()
  const { t, language } = text
  const [ticked, setTicked] = useState(() => readTicked(id))
  const toggle = (slug: string) => {
    const next = ticked.includes(slug) ? ticked.filter((one) => one !== slug) : [...ticked, slug]
    setTicked(next)
    keepTicked(id, next)
  }
  const needed = requirements.filter((row) => !row.isOptional && row.when === undefined)
  const ready = needed.filter((row) => ticked.includes(row.slug)).length
  if (requirements.length === 0) return <p>{t('standard.no-papers')}</p>
  return (
    <>
      <ul class="std-papers">
        {requirements.map((row) => (
          <li key={row.slug}>
            <label>
              <input type="checkbox" checked={ticked.includes(row.slug)} onChange={() => toggle(row.slug)} />
              <span>
                <b>{pick(row.name, language)}</b>
                {row.when && <small>{t('standard.paper.when', { condition: conditionWords(row.when, form, text) })}</small>}
                {row.isOptional && <small>{t('standard.paper.optional')}</small>}
                {row.hasExpiry && <small>{t('standard.paper.expiry')}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {needed.length > 0 && (
        <p class="small soft" role="status">
          {t(ready === needed.length ? 'standard.papers.all' : 'standard.papers.ready', { ready, count: needed.length })}
        </p>
      )}
    </>
  )
}
