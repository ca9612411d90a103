import { callOrder, liveTicketOf, peopleAhead, slotHeld, ticketInHand, waitingCount, type QueueDay } from '../../game/queue/index.ts'
import { heldOf, inHand, lineOf, liveOf, orderOf, type Paper } from './paper-queue.ts'

/** What can be seen of a day, by name. */
type Picture = ReadonlyMap<string, string>

const counters = ['c0', 'c1', 'c2']

export function pictureOfDay(day: QueueDay, atMs: number): Picture {
  const tickets = [...day.tickets.values()]
  const picture = new Map<string, string>()
  for (const t of tickets) {
    const place =
      t.state === 'waiting'
        ? [t.rankMs, t.readyUntilMs, t.readyAskedAtMs !== null, t.passes, peopleAhead(day, t.id)]
        : [peopleAhead(day, t.id)]
    const hand = t.state === 'called' || t.state === 'serving' ? [t.counter, t.calls, t.calledAtMs] : []
    const to = t.assignedTo === null ? null : Object.entries(t.assignedTo)
    picture.set(
      t.id,
      JSON.stringify([t.state, t.number, t.label, t.citizen, t.priority, t.service, t.route, t.rejoins, t.room, to, place, hand]),
    )
  }
  picture.set('waiting', day.waiting.map(({ id }) => id).join(' '))
  picture.set('count', String(waitingCount(day)))
  picture.set(
    'order',
    callOrder(day)
      .map(({ id }) => id)
      .join(' '),
  )
  picture.set('counters', counters.map((counter) => ticketInHand(day, counter)?.id ?? '-').join(' '))
  picture.set(
    'live',
    [...new Set(tickets.map(({ citizen }) => citizen))]
      .sort()
      .map((citizen) => liveTicketOf(day, citizen)?.id ?? '-')
      .join(' '),
  )
  picture.set(
    'slots',
    slotsOf(tickets)
      .map((slotAtMs) => slotHeld(day, slotAtMs, atMs))
      .join(' '),
  )
  picture.set(
    'devices',
    devicesOf(tickets)
      .map((device) => day.ofDevice.get(device) ?? 0)
      .join(' '),
  )
  return picture
}

export function pictureOfPaper(paper: Paper, atMs: number): Picture {
  const { slips } = paper
  const picture = new Map<string, string>()
  const order = orderOf(paper)
  for (const s of slips) {
    const place = s.state === 'waiting' ? [s.rankMs, s.readyUntilMs, s.asked, s.passes, order.indexOf(s)] : [null]
    const hand = s.state === 'called' || s.state === 'serving' ? [s.counter, s.calls, s.calledAtMs] : []
    const to = s.to === null ? null : Object.entries(s.to)
    picture.set(
      s.id,
      JSON.stringify([s.state, s.number, s.label, s.citizen, s.priority, s.service, s.route, s.rejoins, s.room, to, place, hand]),
    )
  }
  picture.set(
    'waiting',
    lineOf(paper)
      .map(({ id }) => id)
      .join(' '),
  )
  picture.set('count', String(lineOf(paper).length))
  picture.set('order', order.map(({ id }) => id).join(' '))
  picture.set('counters', counters.map((counter) => inHand(paper, counter)?.id ?? '-').join(' '))
  picture.set(
    'live',
    [...new Set(slips.map(({ citizen }) => citizen))]
      .sort()
      .map((citizen) => liveOf(paper, citizen)?.id ?? '-')
      .join(' '),
  )
  picture.set(
    'slots',
    slotsOf(slips)
      .map((slotAtMs) => heldOf(paper, slotAtMs, atMs))
      .join(' '),
  )
  const isHeld = ['reserved', 'waiting', 'called', 'serving', 'parked']
  const countOf = (device: string): number => slips.filter((slip) => slip.device === device && isHeld.includes(slip.state)).length
  picture.set('devices', devicesOf(slips).map(countOf).join(' '))
  return picture
}

/** Where two pictures differ, a sentence each. */
export function comparePictures(day: Picture, paper: Picture): string[] {
  const names = new Set([...day.keys(), ...paper.keys()])
  return [...names]
    .filter((name) => day.get(name) !== paper.get(name))
    .map((name) => `${name} is ${day.get(name)}, on paper ${paper.get(name)}`)
}

function slotsOf(tickets: readonly { readonly slotAtMs: number | null }[]): number[] {
  return [...new Set(tickets.flatMap(({ slotAtMs }) => slotAtMs ?? []))].sort((a, b) => a - b)
}

function devicesOf(tickets: readonly { readonly device: string | null }[]): string[] {
  return [...new Set(tickets.flatMap(({ device }) => device ?? []))].sort()
}
