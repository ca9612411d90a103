import { useEffect, useRef, useState } from 'preact/hooks'
import { chooseCounter, searchMall, type MallHit } from '../../../../mall/index.ts'
import { pick, Sheet, useText } from '../../../shared/index.ts'
import { useCitizen } from '../../app/app-context.tsx'
import type { EnteredMall } from '../enter-mall.ts'
import { SpotRow, type SpotActions } from './spot-row.tsx'
import { dotted, spotName, storeyWords } from './spot-words.ts'

/** More than these are not read. */
const mostShown = 30

/** "Mau urus apa?" inside the mall: the answer is a counter, the sheet of it at once or the way to it. */
export function FindSheet(props: EnteredMall & SpotActions) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // A keyboard on the screen would hide the list; who has a real one writes at once.
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) input.current?.focus()
  }, [])
  const hits = searchMall(props.mall, query, language).slice(0, mostShown)
  return (
    <Sheet title={t('search.label')} onClose={() => app.close()} class="find-sheet">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          list.current?.querySelector<HTMLElement>('button')?.focus()
        }}
      >
        <input
          ref={input}
          class="input"
          type="search"
          value={query}
          aria-label={t('search.label')}
          placeholder={t('search.hint')}
          autocomplete="off"
          enterKeyHint="search"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="visually-hidden" role="status">
          {t('mall.find-count', { count: hits.length })}
        </p>
        {hits.length === 0 && <p>{t('mall.find-none')}</p>}
        <ul class="stack" ref={list}>
          {hits.map((hit) => (
            <HitRow key={keyOf(hit)} {...props} hit={hit} />
          ))}
        </ul>
      </form>
    </Sheet>
  )
}

function HitRow({ hit, mall, guide, ...actions }: EnteredMall & SpotActions & { readonly hit: MallHit }) {
  const { app } = useCitizen()
  const text = useText()
  const { t, language } = text
  if (hit.kind === 'room') {
    const name = pick(hit.room.name, language)
    return <SpotRow {...actions} spot={hit.room} wing={null} title={name} words={storeyWords(mall, hit.room.storey, text)} name={name} />
  }
  const { agency } = hit
  const open = app.queue.value?.counters ?? []
  const spot = chooseCounter(hit.counters, open, guide.standpoint.peek())
  if (!spot) return null
  const isOpen = open.some((row) => row.counter === spot.counter.id && row.isOpen)
  return (
    <SpotRow
      {...actions}
      spot={spot}
      wing={agency.wing}
      title={hit.kind === 'service' ? pick(hit.service.name, language) : agency.shortName}
      owner={hit.kind === 'service' ? agency.shortName : undefined}
      words={dotted(spotName(spot, text), storeyWords(mall, spot.storey, text), t(isOpen ? 'mall.is-open' : 'mall.is-closed'))}
      name={`${spotName(spot, text)}, ${agency.shortName}`}
    />
  )
}

function keyOf(hit: MallHit): string {
  if (hit.kind === 'room') return `room ${hit.room.zone.index}`
  return hit.kind === 'service' ? `service ${hit.service.slug}` : `agency ${hit.agency.slug}`
}
