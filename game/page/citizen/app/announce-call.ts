import { effect } from '@preact/signals'
import type { CitizenApp } from './citizen-app.ts'

/**
 * Makes a call hard to miss: the page's title changes, the phone shakes once for each call, and a sheet that would cover the card goes away.
 */
export function announceCall(app: CitizenApp): void {
  const title = document.title
  let lastCall = ''
  effect(() => {
    const ticket = app.tickets.value.find((row) => row.state === 'called')
    const label = ticket?.counter?.label ?? ''
    document.title = ticket ? app.text.t('called.title', { label: ticket.label, counter: label }) : title
    const call = ticket ? (ticket.contact?.id ?? ticket.id) : ''
    if (call === lastCall) return
    lastCall = call
    if (call === '') return
    navigator.vibrate?.([300, 150, 300])
    const kind = app.panel.peek()?.kind
    if (kind && kind !== 'talk') app.close()
  })
}

/** When a service is finished: the talk's sheet gives way to the survey, or closes. */
export function followEnd(app: CitizenApp): void {
  const wasDue = new Set<string>()
  let isFirst = true
  effect(() => {
    const due = app.tickets.value.filter((row) => row.isSurveyDue)
    const fresh = due.find((row) => !wasDue.has(row.id))
    for (const row of due) wasDue.add(row.id)
    const panel = app.panel.peek()
    const isTalkOver =
      panel?.kind === 'talk' &&
      !app.tickets.value.some((row) => row.id === panel.ticket && (row.state === 'called' || row.state === 'serving'))
    // What was due before this page began waits behind the chip.
    if (fresh && !isFirst && (!panel || isTalkOver || panel.kind === 'ticket')) app.open({ kind: 'survey', ticket: fresh.id })
    else if (isTalkOver) app.open({ kind: 'ticket', ticket: panel.ticket })
    if (app.tickets.value.length > 0) isFirst = false
  })
}
