import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Busy, loadMessages, Notice, useText, type Messages } from '../../shared/index.ts'

type Loaded = { readonly Place: ComponentType<{ messages: Messages }>; readonly messages: Messages }

/** Fetches the cases' place when it is first wanted: officers who only call numbers never load it. */
export function CasesDoor(props: { isHidden: boolean }) {
  const { language, t } = useText()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    setFailed(false)
    Promise.all([import('../cases/view/cases-place.tsx'), loadMessages(language, ['cases'])]).then(
      ([{ CasesPlace }, messages]) => setLoaded({ Place: CasesPlace, messages }),
      () => setFailed(true),
    )
  }, [tries])
  if (loaded !== null) return <loaded.Place messages={loaded.messages} />
  if (props.isHidden) return null
  return (
    <main class="middle">
      {hasFailed ? (
        <div class="card plain-card stack">
          <Notice tone="bad" isLive>
            <p>{t('error.offline')}</p>
          </Notice>
          <button type="button" class="button main" onClick={() => setTries(tries + 1)}>
            {t('officer.retry')}
          </button>
        </div>
      ) : (
        <Busy>{t('officer.place.loading')}</Busy>
      )}
    </main>
  )
}
