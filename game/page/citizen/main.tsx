import { createApiCall, createTranslate, newRequestKey } from '../shared/index.ts'
import { AccountButton } from './app/account-button.tsx'
import type { Citizen } from './app/app-context.tsx'
import { createBackStack } from './app/back-stack.ts'
import { createCitizenApp } from './app/citizen-app.ts'
import { FirstHint } from './app/first-hint.tsx'
import { followAddress, followLinks } from './app/follow-links.ts'
import { LastRegion, readLastRegion, rememberRegion } from './app/last-region.tsx'
import { ChipSlot, createLazySheets, loadWhenTouched, OverlaySlot } from './app/lazy-sheets.tsx'
import { enlivenParts, mount } from './app/live-parts.tsx'
import { enlivenSearch } from './app/live-search.tsx'
import { MallSlot, SkinProblem } from './app/mall-slot.tsx'
import { openCases } from './app/open-cases.tsx'
import { createPendingTakes } from './app/pending-takes.ts'
import { loadSession } from './app/session.ts'
import { createSkin } from './app/skin.ts'
import { createTalkKeeper } from './app/talk-keeper.ts'
import { createTicketTaker } from './app/take-ticket.ts'
import { createTravel } from './app/travel.ts'
import { readSeed } from './page-data.ts'

/** Gives life to the page that the server wrote. The list itself stays as it is. */
function start(): void {
  const seed = readSeed(document)
  const { language, region, config } = seed
  // The sheets bring their own words with them.
  const words = { ...seed.messages }
  const text = { language, t: createTranslate(words) }
  const backStack = createBackStack(history, (onPop) => window.addEventListener('popstate', onPop))
  const app = createCitizenApp({ text, region, config, backStack, call: createApiCall({ language, fetch: fetch.bind(window) }) })
  const pendings = createPendingTakes(storeOfTab(), newRequestKey)
  const taker = createTicketTaker(app, pendings)
  const talks = createTalkKeeper(app)
  const citizen: Citizen = { app, taker, talks }
  const sheets = createLazySheets(citizen, words)
  const page = document.getElementById('page')
  const travel = createTravel(app, page ?? document.body, history)
  const skin = createSkin(backStack, { ...travel, load: (address) => location.assign(address) })

  mount(citizen, document.getElementById('slot-chip'), <ChipSlot sheets={sheets} />)
  mount(citizen, document.getElementById('slot-account'), <AccountButton />)
  mount(citizen, document.getElementById('slot-overlay'), <OverlaySlot sheets={sheets} />)
  if (page && region) {
    mount(citizen, document.getElementById('slot-mall'), <MallSlot skin={skin} travel={travel} page={page} />)
    mount(citizen, document.getElementById('slot-hint'), <FirstHint skin={skin} />)
    mount(citizen, document.getElementById('slot-notice'), <SkinProblem skin={skin} />)
    enlivenParts(citizen, page)
    rememberRegion(region)
  }
  const last = readLastRegion()
  if (!region && last) mount(citizen, document.getElementById('slot-last'), <LastRegion last={last} />)
  followLinks(citizen, skin, enlivenSearch(citizen))
  loadWhenTouched(citizen, sheets)

  // A wish from before a reload, of which nobody knows whether it was heard.
  const resume = () => {
    const pending = pendings.first()
    if (pending && app.session.value?.role === 'citizen') taker.take(pending.request)
  }
  const cases = document.getElementById('slot-case')
  if (cases) openCases(citizen, cases)
  const learnSession = () => loadSession(app).then(resume, () => undefined)
  followAddress(citizen, skin, learnSession())
  app.socket.on('hello', ({ role }) => {
    if (role === 'citizen' && !app.session.value) void learnSession()
  })
}

/** The tab's own store; null where the browser forbids it. */
function storeOfTab(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

start()
