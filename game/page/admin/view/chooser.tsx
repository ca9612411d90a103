import { useState } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'

export type ChoiceRow = { readonly slug: string; readonly name: string; readonly detail: string | null }

/** What to edit: a list to search in; on a narrow screen it folds away once something is chosen. */
export function Chooser(props: { rows: readonly ChoiceRow[]; chosen: string | null; label: string; onChoose: (slug: string) => void }) {
  const { rows, chosen, label } = props
  const { t } = useText()
  const [query, setQuery] = useState('')
  const [folded, setFolded] = useState<boolean | null>(null)
  const isFolded = folded ?? chosen !== null
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter(({ name, detail }) => words.every((word) => `${name} ${detail ?? ''}`.toLowerCase().includes(word)))
  const now = rows.find(({ slug }) => slug === chosen)
  return (
    <div class={isFolded ? 'chooser card is-folded' : 'chooser card'}>
      <button type="button" class="chooser-fold" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
        <span>
          <span class="small soft">{label}</span>
          <strong>{now?.name ?? t('admin.choose')}</strong>
        </span>
        <Icon name="down" size={20} />
      </button>
      <div class="chooser-body">
        <label class="search-field">
          <span class="visually-hidden">{t('admin.search', { what: label })}</span>
          <Icon name="search" size={20} />
          <input
            class="input"
            type="search"
            autocomplete="off"
            placeholder={t('admin.search-hint')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <ul class="chooser-list">
          {found.map(({ slug, name, detail }) => (
            <li key={slug}>
              <button
                type="button"
                aria-current={slug === chosen ? 'true' : undefined}
                onClick={() => {
                  setFolded(true)
                  props.onChoose(slug)
                }}
              >
                <span>{name}</span>
                {detail !== null && <span class="small soft">{detail}</span>}
              </button>
            </li>
          ))}
        </ul>
        {rows.length > 0 && found.length === 0 && <p class="soft">{t('admin.search-none')}</p>}
      </div>
    </div>
  )
}
