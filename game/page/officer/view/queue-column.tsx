import type { OfficerCounter } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { countOf, queueLists, type QueueList } from '../app/queue-lists.ts'
import { KeyButton } from './key-button.tsx'
import { QueueRows } from './queue-rows.tsx'

/** The day of the queue: who waits in calling order, who is in a room, who did not come, who has booked. */
export function QueueColumn(props: { counter: OfficerCounter }) {
  const { counter } = props
  const { desk, layout } = useOfficer()
  const { t } = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = queueLists[(queueLists.indexOf(layout.list.peek()) + by + queueLists.length) % queueLists.length]
    layout.list.value = next
    document.getElementById(`queue-tab-${next}`)?.focus()
  }
  return (
    <section class="card queue" aria-labelledby="queue-title">
      <div class="queue-head">
        <h2 id="queue-title">{t('officer.queue')}</h2>
        <p class="queue-count">
          <strong class="number">{counter.servedToday}</strong> {t('officer.queue.served')}
        </p>
      </div>
      <KeyButton
        shortcut="next"
        icon="bell"
        tone={counter.current ? undefined : 'main'}
        class="wide"
        isOff={!isPossible('next', counter)}
        isBusy={desk.busy.value === 'next'}
        onClick={() => void desk.act('next')}
      >
        {t(counter.current?.state === 'serving' ? 'officer.finish-next' : 'officer.next')}
      </KeyButton>
      <div class="queue-lists" onKeyDown={onKeyDown}>
        <QueueTabs counter={counter} />
        <QueueRows counter={counter} list={layout.list.value} />
      </div>
    </section>
  )
}

/** The server tells of so many at most. */
const mostTold = 24

function QueueTabs(props: { counter: OfficerCounter }) {
  const { layout } = useOfficer()
  const { t } = useText()
  const shown = layout.list.value
  const told = (list: QueueList): string => {
    const count = countOf(props.counter, list)
    return list !== 'waiting' && count >= mostTold ? `${mostTold}+` : String(count)
  }
  return (
    <div class="queue-tabs" role="tablist" aria-label={t('officer.queue.lists')}>
      {queueLists.map((list) => (
        <button
          key={list}
          id={`queue-tab-${list}`}
          type="button"
          role="tab"
          class="queue-tab"
          aria-selected={shown === list}
          aria-controls="queue-rows"
          tabIndex={shown === list ? 0 : -1}
          onClick={() => {
            layout.list.value = list
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            document.querySelector<HTMLElement>('.queue-row[tabindex="0"]')?.focus()
          }}
        >
          <strong class="number">{told(list)}</strong>
          <span>{t(`officer.list.${list}`)}</span>
        </button>
      ))}
    </div>
  )
}
