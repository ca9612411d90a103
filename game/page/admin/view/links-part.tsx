import { Icon, useText, type IconName } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'

/** Where the rest is kept: figures, proofs, the survey. */
export function LinksPart() {
  const { region } = useAdmin()
  const { t } = useText()
  const { slug } = region.value
  const links: readonly { readonly key: string; readonly href: string; readonly icon: IconName }[] = [
    { key: 'statistics', href: `/petugas/statistik?wilayah=${encodeURIComponent(slug)}`, icon: 'list' },
    { key: 'pickup', href: '/petugas/serah', icon: 'paper' },
    { key: 'survey', href: `/skm/${encodeURIComponent(slug)}`, icon: 'face-4' },
    { key: 'proof', href: '/antrean/bukti', icon: 'check' },
    { key: 'integrity', href: '/integritas', icon: 'alert' },
    { key: 'mall', href: `/${encodeURIComponent(slug)}`, icon: 'mall' },
  ]
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.lain')}</h1>
      <ul class="links">
        {links.map(({ key, href, icon }) => (
          <li key={key}>
            <a class="card" href={href}>
              <Icon name={icon} />
              <span>
                <strong>{t(`admin.link.${key}`)}</strong>
                <span class="small soft">{t(`admin.link.${key}.what`)}</span>
              </span>
              <Icon name="next" size={20} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
