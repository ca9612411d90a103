import type { Region } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'

const storeKey = 'balai.region'
type Last = Pick<Region, 'slug' | 'name'>

/** Keeps the region for the next visit. */
export function rememberRegion(region: Region): void {
  try {
    localStorage.setItem(storeKey, JSON.stringify({ slug: region.slug, name: region.name }))
  } catch {
    // A store that is full or forbidden costs one tap next time.
  }
}

export function readLastRegion(): Last | null {
  try {
    const last = JSON.parse(localStorage.getItem(storeKey) ?? 'null') as Last | null
    return last && /^[a-z0-9-]+$/.test(last.slug) ? last : null
  } catch {
    return null
  }
}

/** "Go on to Kutai Kartanegara", above the list of regions. */
export function LastRegion(props: { last: Last }) {
  const { t } = useText()
  return (
    <a class="last card" href={`/${props.last.slug}`}>
      <span class="last-sign">
        <Icon name="place" size={28} />
      </span>
      <span class="last-words">
        <span class="soft">{t('home.continue')}</span>
        <strong>{props.last.name}</strong>
      </span>
      <Icon name="next" />
    </a>
  )
}
