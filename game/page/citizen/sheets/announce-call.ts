import { effect } from '@preact/signals'
import type { TicketView } from '../../../api/index.ts'
import type { CitizenApp } from '../app/citizen-app.ts'
import { notify } from './notify.ts'
import { ring } from './ring.ts'

/**
 * Makes a call, and the question whether one is ready, hard to miss: the page's title changes, the phone shakes and rings once for each, and a
 * sheet that would cover the card of a call goes away.
 */
export function announceCall(app: CitizenApp): void {
  const title = document.title
  let lastCall = ''
  let lastAsked = ''
  effect(() => {
    const { t } = app.text
    const called = app.tickets.value.find((row) => row.state === 'called')
    const asked = app.tickets.value.find((row) => row.isReadyAsked)
    const callTitle = called && t('called.title', { label: called.label, counter: called.counter?.label ?? '' })
    const askTitle = asked && t('ready.title', { label: asked.label })
    document.title = callTitle ?? askTitle ?? title

    const call = called ? (called.contact?.id ?? called.id) : ''
    if (call !== lastCall && called && callTitle) {
      alert([300, 150, 300], callTitle, t('called.wait'), called)
      const kind = app.panel.peek()?.kind
      if (kind && kind !== 'talk') app.close()
    }
    lastCall = call
    const question = asked?.id ?? ''
    if (question !== lastAsked && asked && askTitle) alert([200], askTitle, t('ready.why'), asked)
    lastAsked = question
  })
}

function alert(pattern: number[], title: string, words: string, ticket: TicketView): void {
  navigator.vibrate?.(pattern)
  ring()
  notify({ title, words, ticket: ticket.id })
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
