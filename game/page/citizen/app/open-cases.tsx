import { signal } from '@preact/signals'
import { Busy, Notice, useText } from '../../shared/index.ts'
import type { Citizen } from './app-context.tsx'
import { mount } from './live-parts.tsx'

/** Fetches the part of the page that fills in forms and follows cases, into its place; only its own addresses have one. */
export function openCases(citizen: Citizen, place: Element): void {
  const isMissing = signal(false)
  const load = async () => {
    isMissing.value = false
    try {
      const { openCasePage } = await import('../case/index.ts')
      await openCasePage(citizen, place)
    } catch {
      isMissing.value = true
      mount(citizen, place, <Missing isMissing={isMissing} onRetry={() => void load()} />)
    }
  }
  void load()
}

function Missing(props: { isMissing: { readonly value: boolean }; onRetry: () => void }) {
  const { t } = useText()
  if (!props.isMissing.value) return <Busy>{t('panel.opening')}</Busy>
  return (
    <div class="stack">
      <Notice tone="warn" isLive>
        {t('error.offline')}
      </Notice>
      <button type="button" class="button main wide" onClick={props.onRetry}>
        {t('action.retry')}
      </button>
    </div>
  )
}
