import { Icon, LanguageSwitch, Notice, Ornament, useText, type IconName } from '../../shared/index.ts'
import { sectionsOf, type Section } from '../state/admin-address.ts'
import { useAdmin } from '../state/admin.ts'
import { AuditPart } from './audit-part.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { HoursPart } from './hours-part.tsx'
import { LinksPart } from './links-part.tsx'
import { OfficersPart } from './officers-part.tsx'
import { PolicyPart } from './policy-part.tsx'
import { PrivacyPart } from './privacy-part.tsx'
import { RoomsPart } from './rooms-part.tsx'

const icons: Readonly<Record<Section, IconName>> = {
  jam: 'clock',
  aturan: 'list',
  libur: 'clock',
  ruang: 'door',
  petugas: 'person',
  privasi: 'info',
  audit: 'paper',
  lain: 'next',
}

/** What an administrator keeps for a region: each part is a tab, each change holds at once and is written to the audit. */
export function AdminPage() {
  const admin = useAdmin()
  const { t } = useText()
  const region = admin.region.value
  const section = admin.section.value
  return (
    <div class={`page admin theme-${region.theme}`}>
      <header class="bar">
        <span class="mark" aria-hidden="true" />
        <p class="bar-words">
          <strong>{t('admin.heading')}</strong>
          <span>{region.name}</span>
        </p>
        {admin.start.regions.length > 1 && (
          <select
            class="bar-select"
            aria-label={t('admin.region')}
            value={region.slug}
            onChange={(event) => {
              admin.toRegion(event.currentTarget.value)
              event.currentTarget.value = admin.region.peek().slug
            }}
          >
            {admin.start.regions.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
        <LanguageSwitch url={location.pathname + location.search + location.hash} />
        <a class="button bar-button" href="/petugas">
          {t('admin.console')}
        </a>
      </header>
      <Ornament theme={region.theme} id="band-admin" />
      <div class="admin-columns">
        <nav class="admin-tabs" aria-label={t('admin.parts')}>
          {sectionsOf(admin.start).map((one) => (
            <button key={one} type="button" aria-current={one === section ? 'page' : undefined} onClick={() => admin.toSection(one)}>
              <Icon name={icons[one]} size={20} />
              {t(`admin.part.${one}`)}
            </button>
          ))}
        </nav>
        <main class="admin-main">
          <div role="alert" class="admin-problem">
            {admin.problem.value && (
              <Notice tone="bad">
                <p>{admin.problem.value}</p>
              </Notice>
            )}
          </div>
          <PartOf section={section} />
        </main>
      </div>
    </div>
  )
}

function PartOf(props: { section: Section }) {
  const admin = useAdmin()
  // Another region, agency or line is another thing to edit: begun anew.
  const key = `${admin.region.value.slug}/${admin.chosen.value ?? ''}`
  switch (props.section) {
    case 'jam':
      return <HoursPart key={key} />
    case 'aturan':
      return <PolicyPart key={key} />
    case 'libur':
      return <HolidaysPart key={key} />
    case 'ruang':
      return <RoomsPart key={key} />
    case 'petugas':
      return <OfficersPart key={key} />
    case 'privasi':
      return <PrivacyPart key={key} />
    case 'audit':
      return <AuditPart key={key} />
    case 'lain':
      return <LinksPart />
  }
}
