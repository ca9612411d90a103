import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Busy, callSentence, Notice, useText } from '../../../shared/index.ts'
import { keepPageOffline } from '../offline/keep-page.ts'
import { openApply, type Apply } from '../state/apply.ts'
import { loadStandard } from '../state/load-standard.ts'
import { ApplyForm } from './apply-form.tsx'
import { useCases } from './case-context.tsx'
import { OnItsWay } from './on-its-way.tsx'

type PageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  /** The service begins at a counter. */
  | { readonly kind: 'no-form' }
  | { readonly kind: 'form'; readonly apply: Apply }
  | { readonly kind: 'sent'; readonly id: string }

/** `/ajukan/REGION/SERVICE` */
export function ApplyPage(props: { region: string; service: string }) {
  const cases = useCases()
  const { t } = useText()
  const state = useSignal<PageState>({ kind: 'loading' })
  const open = async () => {
    state.value = { kind: 'loading' }
    try {
      const standard = await loadStandard(cases, props)
      if (standard === null) {
        state.value = { kind: 'no-form' }
        return
      }
      state.value = { kind: 'form', apply: await openApply(cases, { region: props.region, standard }) }
      keepPageOffline()
    } catch (error) {
      state.value = { kind: 'failed', message: callSentence(error, t) }
    }
  }
  // Also when somebody else has signed in: nothing of what was here is theirs.
  useEffect(() => void open(), [cases.emptied.value])

  const now = state.value
  if (now.kind === 'loading') return <Busy>{t('case.opening')}</Busy>
  if (now.kind === 'sent') return <OnItsWay id={now.id} isHere />
  if (now.kind === 'form') return <ApplyForm apply={now.apply} onSent={(id) => (state.value = { kind: 'sent', id })} />
  return (
    <div class="stack">
      <h1>{t('case.not-open')}</h1>
      <Notice tone="warn" isLive>
        {now.kind === 'failed' ? now.message : t('case.no-form')}
      </Notice>
      {now.kind === 'failed' && (
        <button type="button" class="button main wide" onClick={() => void open()}>
          {t('action.retry')}
        </button>
      )}
      <a class={now.kind === 'failed' ? 'button wide' : 'button main wide'} href={`/${props.region}`}>
        {t('case.to-list')}
      </a>
    </div>
  )
}
