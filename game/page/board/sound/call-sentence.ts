import { spokenLabel } from '../../../queue/index.ts'
import type { Text } from '../../shared/index.ts'

/** What is said for a call: "Nomor antrean A, nol nol satu. Silakan ke loket 3."; null for a label that nobody could say. */
export function callSentence(label: string, counter: string, text: Text): string | null {
  try {
    return text.t('board.say', { label: spokenLabel(label, text.language), counter })
  } catch {
    return null
  }
}
