import { useState } from 'preact/hooks'
import type { CaseView } from '../../../../api/index.ts'
import { Busy, callSentence, Notice, useText } from '../../../shared/index.ts'
import { useCases } from './case-context.tsx'

/** Takes an application back, asked once more before it is done. */
export function WithdrawCase(props: { id: string }) {
  const { app, list } = useCases()
  const { t } = useText()
  const [state, setState] = useState<'shut' | 'asking' | 'sending'>('shut')
  const [problem, setProblem] = useState('')
  const withdraw = async () => {
    setState('sending')
    setProblem('')
    try {
      list.put(await app.call<CaseView>('POST', `/api/cases/${props.id}/withdraw`))
    } catch (error) {
      setProblem(callSentence(error, t))
      setState('asking')
    }
  }
  if (state === 'shut') {
    return (
      <button type="button" class="button quiet" onClick={() => setState('asking')}>
        {t('case.withdraw')}
      </button>
    )
  }
  return (
    <section class="case-sure card stack">
      <p>{t('case.withdraw.sure')}</p>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <div class="row two">
        <button type="button" class="button" onClick={() => setState('shut')}>
          {t('case.withdraw.no')}
        </button>
        <button type="button" class="button danger" disabled={state === 'sending'} onClick={() => void withdraw()}>
          {state === 'sending' ? <Busy>{t('action.sending')}</Busy> : t('case.withdraw.yes')}
        </button>
      </div>
    </section>
  )
}
