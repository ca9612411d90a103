import { spokenLabel } from '../../../queue/index.ts'
import type { Text } from '../../shared/index.ts'
import { numberWords } from './number-words.ts'

/** What is said for a call: whole for a voice of the browser, and word by word for the recorded one. */
export type CallSpeech = {
  readonly sentence: string
  /** Keys of `assets/voice/id.json`; Indonesian in either language, for there is no other recording. */
  readonly words: readonly string[]
}

/** "Nomor antrean, A, nol nol satu, silakan ke loket tiga."; null for a label that nobody could say. */
export function callSpeech(label: string, counter: string, text: Text): CallSpeech | null {
  const counterWords = numberWords(Number(counter))
  try {
    const isIndonesian = text.language === 'id' && counterWords.length > 0
    const sentence = text.t('board.say', {
      label: spokenLabel(label, text.language),
      counter: isIndonesian ? counterWords.join(' ') : counter,
    })
    const labelWords = spokenLabel(label, 'id').toLowerCase().split(/[ ,]+/)
    return { sentence, words: ['nomor antrean', ...labelWords, 'silakan ke loket', ...counterWords] }
  } catch {
    return null
  }
}
