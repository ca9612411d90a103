import type { AgencyStateView, Opening } from '../../../api/index.ts'

const dayMs = 86_400_000

/** Whether it is there day after day from today on: then the days need no list. */
export function isEveryDay({ nextDays, opening }: Pick<AgencyStateView, 'nextDays' | 'opening'>): boolean {
  const isHereToday = opening.type !== 'closed'
  return isHereToday && nextDays.every((day, index) => index === 0 || Date.parse(day) - Date.parse(nextDays[index - 1]) === dayMs)
}

/** Something keeps it from working as people expect: worth a word before they come, and while they wait. */
export function hasTrouble({ isCentralUp, hasBlanks, note }: Pick<AgencyStateView, 'isCentralUp' | 'hasBlanks' | 'note'>): boolean {
  return !isCentralUp || !hasBlanks || note !== ''
}

/** Open to the end of the day: no time of closing is worth a word. */
export function untilMidnight({ at }: Opening): boolean {
  return at === '24:00'
}
