import type { GroupSummary, Opening } from '../../../api/index.ts'
import type { Text } from '../../shared/index.ts'
import { untilMidnight } from './agency-days.ts'

/** `isGood` is green: somebody serves now. */
export type OpeningWords = { readonly isGood: boolean; readonly words: string }

/**
 * Whether and until when an agency is open, in one line. Hours alone serve nobody: somebody has to sit there.
 * @param line one of its lines; null: who sits there is not known, or does not matter
 */
export function openingWords(opening: Opening, line: GroupSummary | null, { t, language }: Text): OpeningWords {
  const at = (opening.at ?? '').replace(':', language === 'id' ? '.' : ':')
  const plain = (words: string): OpeningWords => ({ isGood: false, words })
  switch (opening.type) {
    case 'open': {
      const hours = untilMidnight(opening) ? t('agency.open-on') : t('agency.open', { at })
      if (line === null || line.wait !== null) return { isGood: line !== null, words: hours }
      return plain(untilMidnight(opening) ? t('line.closed') : `${t('line.closed')} · ${hours}`)
    }
    case 'break':
      return plain(t('agency.break', { at }))
    case 'before':
      return plain(t('agency.before', { at }))
    case 'after':
      return plain(t('agency.after'))
    case 'closed':
      return plain(opening.reason ? t('agency.closed-because', { reason: opening.reason }) : t('agency.closed'))
  }
}
