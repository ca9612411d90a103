import type { Language } from '../../shared/index.ts'

/** What is needed of a `SpeechSynthesisVoice` to choose it. */
export type VoiceLike = { readonly lang: string; readonly localService: boolean; readonly default: boolean }

/** `in` is what old Androids call Indonesian; a Malay voice says its numbers and letters understandably. */
const accepted: Readonly<Record<Language, readonly string[]>> = { id: ['id', 'in', 'ms'], en: ['en'] }

/** The best voice for a language: its own before a neighbour's, one on the device before one over the network; null when none can say it. */
export function chooseVoice<V extends VoiceLike>(voices: readonly V[], language: Language): V | null {
  for (const code of accepted[language]) {
    const fit = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === code)
    const best = fit.find((voice) => voice.localService && voice.default) ?? fit.find((voice) => voice.localService) ?? fit[0]
    if (best) return best
  }
  return null
}
