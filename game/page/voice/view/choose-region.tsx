import type { Region } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'

/** Whose offices: asked where the address does not say. */
export function ChooseRegion(props: { regions: readonly Region[]; search: string; hash: string }) {
  const { t } = useText()
  const linkOf = (slug: string): string => {
    const query = new URLSearchParams(props.search)
    query.set('wilayah', slug)
    return `/pengaduan?${query.toString()}${props.hash}`
  }
  return (
    <div class="page theme-kutai">
      <main class="column voice">
        <h1>{t('voice.title')}</h1>
        <p>{t('voice.region')}</p>
        <ul class="voice-regions">
          {props.regions.map(({ slug, name }) => (
            <li key={slug}>
              <a class="button wide" href={linkOf(slug)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
