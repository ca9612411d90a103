import { useText } from '../../shared/index.ts'
import type { NoticesApp } from '../state/notices-app.ts'
import { NoticeCard } from './notice-card.tsx'
import { NoticesHead } from './notices-head.tsx'
import { SettingsForm } from './settings-form.tsx'

/** What a citizen was told, the newest first; and where else they wish to be told. */
export function NoticesPage({ app }: { app: NoticesApp }) {
  const { t } = useText()
  const { notices, unread } = app.list.value
  return (
    <div class="page theme-kutai">
      <NoticesHead />
      <main class="column notices-main">
        <div class="title">
          <h1>{t('notices.heading')}</h1>
          {unread > 0 && (
            <button type="button" class="button" onClick={() => void app.readAll()}>
              {t('notices.read-all', { count: unread })}
            </button>
          )}
        </div>
        {notices.length === 0 ? (
          <p class="card empty">{t('notices.none')}</p>
        ) : (
          <ul class="stack">
            {notices.map((notice) => (
              <li key={notice.id}>
                <NoticeCard notice={notice} onRead={() => app.read(notice.id)} />
              </li>
            ))}
          </ul>
        )}
        <SettingsForm app={app} />
      </main>
    </div>
  )
}
