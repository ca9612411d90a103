/** How much of each other the two people see and hear; every step down asks less of the network. */
export type ContactRung = 'video' | 'audio' | 'chat'

const ladder: readonly ContactRung[] = ['video', 'audio', 'chat']

/** The next rung down; null below chat, which every network carries. */
export function lowerRung(rung: ContactRung): ContactRung | null {
  return ladder[ladder.indexOf(rung) + 1] ?? null
}

/** The lower of two rungs: what both ends agree to. */
export function lowestRung(a: ContactRung, b: ContactRung): ContactRung {
  return ladder[Math.max(ladder.indexOf(a), ladder.indexOf(b))]
}
