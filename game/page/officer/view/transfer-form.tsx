import { useMemo, useState } from 'preact/hooks'
import type { OfficerCounter } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { findChoices, transferChoices, type TransferChoice, type TransferKind } from '../app/transfer-choices.ts'
import { Choice } from './choice.tsx'
import { Gone } from './ticket-asks.tsx'

const kinds: readonly TransferKind[] = ['service', 'colleague', 'line', 'agency']

/** Where the person in hand goes on: typed to find, arrows and Enter to choose. */
export function TransferForm(props: { counter: OfficerCounter; ticket: string }) {
  const { counter } = props
  const { app, desk, layout } = useOfficer()
  const { language, t } = useText()
  const [query, setQuery] = useState('')
  const current = counter.current?.id === props.ticket ? counter.current : null
  const catalogue = app.catalogue.value
  const all = useMemo(() => (current ? transferChoices(counter, current, catalogue) : []), [counter, current, catalogue])
  const found = useMemo(() => findChoices(all, query), [all, query])
  if (!current) return <Gone />
  const choose = ({ to }: TransferChoice) => void layout.settle(desk.ask(current, { type: 'transfer', to }))
  const onSubmit = (event: Event) => {
    event.preventDefault()
    if (found.length === 1) choose(found[0])
    else (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('.choice')?.focus()
  }
  return (
    <>
      <form role="search" onSubmit={onSubmit}>
        <input
          class="input"
          role="searchbox"
          enterKeyHint="search"
          autocomplete="off"
          aria-label={t('officer.transfer.find')}
          placeholder={t('officer.transfer.find')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="small soft find-hint" role="status">
          {t(found.length === 0 ? 'officer.transfer.none' : 'officer.transfer.how', { count: found.length })}
        </p>
      </form>
      <div class="ask-scroll">
        {kinds.map((kind) => {
          const some = found.filter((one) => one.kind === kind)
          if (some.length === 0) return null
          return (
            <section key={kind} aria-label={t(`officer.transfer.${kind}`)}>
              <h3>{t(`officer.transfer.${kind}`)}</h3>
              <ul class="choices">
                {some.map((one) => (
                  <li key={JSON.stringify(one.to)}>
                    <Choice detail={one.agency ?? undefined} onClick={() => choose(one)}>
                      {pick(one.name, language)}
                    </Choice>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </>
  )
}
