import type { Citizen } from './app-context.tsx'
import type { LiveSearch } from './live-search.tsx'
import type { Skin } from './skin.ts'

/**
 * The list's buttons are links, so that they work before the script has come; with the script they act on the spot.
 * A click that asks for another tab stays a link.
 */
export function followLinks(citizen: Citizen, skin: Skin, search: LiveSearch): void {
  const { app, taker } = citizen
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    const { service, ticket, counter, skin: skinName, clearSearch, search: words } = link.dataset
    const take = link.dataset.take ?? link.dataset.takeService
    const { book, wish } = link.dataset
    if (take !== undefined && app.region) taker.take({ region: app.region.slug, group: take, service: service ?? null })
    else if (book !== undefined && app.region) app.open({ kind: 'book', group: book, service: service ?? null })
    else if (wish !== undefined && app.region) app.open({ kind: 'wish', group: wish, service: service ?? null })
    else if (ticket !== undefined) app.open({ kind: 'ticket', ticket })
    else if (counter !== undefined) app.open({ kind: 'counter', counter })
    else if (skinName === 'mall') skin.enter()
    else if (skinName === 'list') skin.leave()
    else if (clearSearch !== undefined) search.ask('')
    else if (words !== undefined) search.ask(words)
    else if (serviceAsked(link.search) !== null) app.open({ kind: 'service', service: serviceAsked(link.search) ?? '' })
    else return
    event.preventDefault()
  })
}

/** `?layanan=ktp-el-baru`: a row of the list. */
const serviceAsked = (query: string): string | null => new URLSearchParams(query).get('layanan')

/**
 * What the address asks for, by a link that was followed before the script had come: done once, then taken out of the address.
 * @param sessionKnown settles when it is known who is signed in, or that nobody can tell.
 */
export function followAddress(citizen: Citizen, skin: Skin, sessionKnown: Promise<unknown>): void {
  const { app, taker } = citizen
  const address = new URL(location.href)
  const asked = (name: string) => address.searchParams.get(name)
  const [group, counter, book, wish, code, service] = ['antre', 'loket', 'pesan', 'pilih', 'klaim', 'layanan'].map(asked)
  const isMall = address.searchParams.has('mal')
  if (!app.region || ([group, counter, book, wish, code, service].every((value) => value === null) && !isMall)) return
  for (const name of ['antre', 'loket', 'pesan', 'pilih', 'klaim', 'layanan', 'mal']) address.searchParams.delete(name)
  history.replaceState(null, '', address)
  for (const id of ['asked', 'layanan']) document.getElementById(id)?.remove()
  if (isMall) skin.enter()
  const region = app.region.slug
  if (group !== null) void sessionKnown.then(() => taker.take({ region, group, service: null }))
  else if (code !== null) void sessionKnown.then(() => app.open({ kind: 'claim', code }))
  else if (book !== null) app.open({ kind: 'book', group: book, service: null })
  else if (wish !== null) app.open({ kind: 'wish', group: wish, service: null })
  else if (counter !== null) app.open({ kind: 'counter', counter })
  else if (service !== null) app.open({ kind: 'service', service })
}
