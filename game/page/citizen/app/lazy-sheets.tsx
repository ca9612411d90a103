import { signal, type ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Busy, Notice, OfflineBanner, useText, type Messages } from '../../shared/index.ts'
import type * as Sheets from '../sheets/index.ts'
import { useCitizen, type Citizen } from './app-context.tsx'

type Parts = typeof Sheets

/** Sheets, chip and cards, their words and looks: the part of the page that is needed at the first touch, not at the first sight. */
export type LazySheets = {
  /** null until they have come over the network. */
  readonly parts: ReadonlySignal<Parts | null>
  /** The latest try has failed. */
  readonly isMissing: ReadonlySignal<boolean>
  /** Fetches them once; what failed is tried again at the next call, and by itself. Never rejects. */
  load(): Promise<void>
}

const files = import.meta.glob<Messages>('../../../../assets/locales/*/{citizen,ticket}.json', { import: 'default' })

const retryMs = 10_000

/** @param words the sentences of the page; those of the sheets are put into it. */
export function createLazySheets(citizen: Citizen, words: Record<string, string>): LazySheets {
  const parts = signal<Parts | null>(null)
  const isMissing = signal(false)
  let loading: Promise<void> | null = null
  const fetchParts = async () => {
    isMissing.value = false
    try {
      const own = Object.entries(files).filter(([path]) => path.includes(`/${citizen.app.text.language}/`))
      const [loaded, ...tables] = await Promise.all([import('../sheets/index.ts'), ...own.map(([, load]) => load())])
      Object.assign(words, ...tables)
      parts.value = loaded
      loaded.beginSheets(citizen)
    } catch {
      loading = null
      isMissing.value = true
      // A call that comes meanwhile must not stay unseen.
      setTimeout(() => void load(), retryMs)
    }
  }
  const load = () => (loading ??= fetchParts())
  return { parts, isMissing, load }
}

/** Fetches the sheets when there is a ticket to show, or when somebody begins to use the page; until then they cost nothing. */
export function loadWhenTouched(citizen: Citizen, sheets: LazySheets): void {
  const stop = citizen.app.foremost.subscribe((ticket) => {
    if (ticket) void sheets.load()
  })
  const signs = ['pointerdown', 'keydown', 'scroll'] as const
  const begin = () => {
    for (const sign of signs) document.removeEventListener(sign, begin)
    stop()
    void sheets.load()
  }
  for (const sign of signs) document.addEventListener(sign, begin, { passive: true })
}

/** Whatever lies over the page, the same over both skins. */
export function OverlaySlot(props: { sheets: LazySheets }) {
  const { app } = useCitizen()
  const parts = props.sheets.parts.value
  return (
    <>
      <OfflineBanner state={app.socket.state} />
      {parts ? <parts.Overlay /> : app.panel.value && app.panel.value.kind !== 'mall' && <PanelWait sheets={props.sheets} />}
    </>
  )
}

export function ChipSlot(props: { sheets: LazySheets }) {
  const parts = props.sheets.parts.value
  return parts && <parts.TicketChip />
}

/** Stands for a sheet whose part is on its way, or did not arrive. */
function PanelWait(props: { sheets: LazySheets }) {
  const { sheets } = props
  const { app } = useCitizen()
  const { t } = useText()
  useEffect(() => void sheets.load(), [])
  return (
    <div class="panel-wait card">
      {sheets.isMissing.value ? (
        <>
          <Notice tone="warn" isLive>
            {t('error.offline')}
          </Notice>
          <div class="row two">
            <button type="button" class="button" onClick={() => app.close()}>
              {t('action.back')}
            </button>
            <button type="button" class="button main" onClick={() => void sheets.load()}>
              {t('action.retry')}
            </button>
          </div>
        </>
      ) : (
        <Busy>{t('panel.opening')}</Busy>
      )}
    </div>
  )
}
