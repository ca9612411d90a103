import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import {
  Busy,
  createApiCall,
  createTranslate,
  loadMessages,
  openStorage,
  pageLanguage,
  rememberLanguage,
  TextProvider,
  type Text,
} from '../shared/index.ts'
import type { TicketView } from '../../api/index.ts'
import { followSlip, type SlipHost } from './follow-slip.ts'
import { fetchPlaceNames, type PlaceNames } from './place-names.ts'
import { SlipView } from './slip-view.tsx'
import { codeOfPath } from './ticket-path.ts'

const retryMs = 3_000
const place = document.getElementById('app')
if (place) void begin(place)

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  for (;;) {
    try {
      show(root, { language, t: createTranslate(await loadMessages(language, ['common', 'ticket'])) })
      return
    } catch {
      // The words did not come: their place says so without any.
      render(<Busy>…</Busy>, root)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

function show(root: HTMLElement, text: Text): void {
  const code = codeOfPath(location.pathname)
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  const host: SlipHost = {
    call,
    store: openStorage('localStorage'),
    now: () => Date.now(),
    isShown: () => !document.hidden,
    onChange: (listener) => {
      document.addEventListener('visibilitychange', listener)
      window.addEventListener('online', listener)
    },
  }
  const follower = followSlip(code, host)
  const names = signal<PlaceNames | null>(null)
  let lineOfNames = ''
  let lastState = ''
  const learnNames = async (ticket: TicketView) => {
    try {
      names.value = await fetchPlaceNames(call, ticket, text.language)
    } catch {
      // At the next look.
      lineOfNames = ''
    }
  }
  document.title = text.t('slip.page')
  effect(() => {
    const ticket = follower.slip.value.known?.ticket
    if (!ticket) return
    const isCalled = ticket.state === 'called'
    document.title = isCalled
      ? text.t('slip.called', { counter: ticket.counter?.label ?? '' })
      : text.t('slip.title', { label: ticket.label })
    if (isCalled && lastState !== 'called') navigator.vibrate?.([300, 150, 300])
    lastState = ticket.state
    // A ticket that is sent on stands in another line; its names are those of that line.
    const line = `${ticket.region}/${ticket.group}`
    if (line === lineOfNames) return
    lineOfNames = line
    void learnNames(ticket)
  })
  render(
    <TextProvider text={text}>
      <SlipView code={code} url={`${location.pathname}${location.search}`} follower={follower} names={names} />
    </TextProvider>,
    root,
  )
  void follower.look()
}
