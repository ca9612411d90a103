import { Icon, useText } from '../../../shared/index.ts'
import { lacksSentence, partsOf, returnRequest } from '../state/return-draft.ts'
import { useCases } from './case-context.ts'

/** Sends back what is ticked. Says what is still missing instead of being silently off. */
export function ReturnBar() {
  const { desk } = useCases()
  const { t } = useText()
  const draft = desk.returning.value
  if (draft === null) return null
  const count = partsOf(draft).length
  const isLacking = lacksSentence(draft) !== null
  const isOff = count === 0 || isLacking || desk.busy.value !== null
  const state = count === 0 ? 'nothing' : isLacking ? 'sentence-missing' : 'ready'
  return (
    <div class="return-bar">
      <p role="status">{t(`cases.return.${state}`, { count })}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          desk.returning.value = null
        }}
      >
        {t('cases.return.cancel')}
      </button>
      <button
        type="button"
        class="button main"
        aria-disabled={isOff}
        aria-busy={desk.busy.value === 'return'}
        onClick={() => {
          if (!isOff) void desk.act('return', returnRequest(draft))
        }}
      >
        <Icon name="send" size={20} />
        {t('cases.return.send')}
      </button>
    </div>
  )
}
