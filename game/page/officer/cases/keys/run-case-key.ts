import type { ConsoleApp } from '../../app/console-app.ts'
import type { Place } from '../../app/place.ts'
import { toggleReturn, type CaseDesk } from '../state/case-desk.ts'
import type { CaseParts } from '../view/case-context.ts'
import type { CaseKey } from './case-keys.ts'

type Parts = Pick<CaseParts, 'desk' | 'zoom' | 'part'> & { readonly app: Pick<ConsoleApp, 'counter'>; readonly place: Place }

export const zoomBounds = { least: 1, most: 4, step: 0.5 } as const

/** Whether a key has anything to do now. */
export function isCaseKeyPossible({ desk, app, place }: Parts, key: CaseKey): boolean {
  if (place.at.peek() !== 'cases') return false
  if (key === 'list') return true
  const current = desk.current.peek()
  if (current === null) return false
  if (key === 'paper') return current.papers.length > 0
  if (key === 'larger' || key === 'smaller') return desk.paper.peek() !== null
  if (key === 'link') return current.actions.includes('link') && (app.counter.peek()?.current ?? null) !== null
  return current.actions.includes(key)
}

/** Does what the button with that key does. */
export function runCaseKey(parts: Parts, key: CaseKey): void {
  const { desk, zoom } = parts
  if (key === 'list') goToList(parts)
  else if (key === 'paper') nextPaper(parts)
  else if (key === 'larger' || key === 'smaller') {
    const by = key === 'larger' ? zoomBounds.step : -zoomBounds.step
    zoom.value = Math.min(zoomBounds.most, Math.max(zoomBounds.least, zoom.peek() + by))
  } else if (key === 'return') {
    toggleReturn(desk)
    parts.part.value = 'case'
  } else if (key === 'link') void linkTicket(parts)
  else if (key === 'decide' || key === 'reject' || key === 'escalate') {
    // The refusal of something else has nothing to say in a new window.
    desk.problem.value = null
    desk.ask.value = key
  } else void desk.act(key)
}

/** The ticket that is being served belongs to the case from now on. */
export async function linkTicket({ desk, app }: Pick<Parts, 'desk' | 'app'>): Promise<void> {
  const ticket = app.counter.peek()?.current
  if (ticket) await desk.act('link', { type: 'ticket', id: ticket.id })
}

/** Shows the paper after the one in sight; after the last the first. */
function nextPaper({ desk, part, zoom }: Pick<Parts, 'desk' | 'part' | 'zoom'>): void {
  const papers = desk.current.peek()?.papers ?? []
  const at = papers.findIndex(({ requirement }) => requirement === desk.paper.peek())
  const next = papers[(at + 1) % papers.length]
  if (next === undefined) return
  showPaper({ desk, part, zoom }, next.requirement)
}

export function showPaper({ desk, part, zoom }: { desk: CaseDesk } & Pick<Parts, 'part' | 'zoom'>, requirement: string): void {
  zoom.value = 1
  desk.paper.value = requirement
  part.value = 'paper'
}

function goToList({ desk, part }: Pick<Parts, 'desk' | 'part'>): void {
  void desk.refresh()
  part.value = 'list'
  // At once where the list is in sight: the next key may follow within a frame.
  if (!focusList()) requestAnimationFrame(focusList)
}

function focusList(): boolean {
  const rows = ['.case-row[tabindex="0"]', '.case-tab[tabindex="0"]'].map((name) => document.querySelector<HTMLElement>(name))
  const place = rows.find((one) => one !== null && one.offsetParent !== null)
  place?.focus()
  return place !== undefined
}
