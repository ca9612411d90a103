import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callSentence } from '../../../../game/page/board/sound/call-sentence.ts'
import { chooseVoice } from '../../../../game/page/board/sound/choose-voice.ts'
import { createTranslate } from '../../../../game/page/shared/text/translate.ts'

const messages = JSON.parse(readFileSync(new URL('../../../../assets/locales/id/board.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>
const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault })

describe('the voice', () => {
  it('is Indonesian, from the device before the network, by its old code too', () => {
    const voices = [voice('en-US', true, true), voice('id-ID', false), voice('in_ID')]
    expect(chooseVoice(voices, 'id')).toBe(voices[1])
    expect(chooseVoice([voices[0], voices[2]], 'id')).toBe(voices[2])
    const two = [voice('id-ID', false), voice('id-ID')]
    expect(chooseVoice(two, 'id')).toBe(two[1])
  })

  it('is Malay when there is no Indonesian one, and none rather than English', () => {
    const malay = voice('ms-MY')
    expect(chooseVoice([voice('en-US'), malay], 'id')).toBe(malay)
    expect(chooseVoice([voice('en-US')], 'id')).toBeNull()
    expect(chooseVoice([], 'en')).toBeNull()
  })
})

describe('the sentence', () => {
  const text = { language: 'id', t: createTranslate(messages) } as const

  it('says the number as a clerk does, and where to go', () => {
    expect(callSentence('A-041', '3', text)).toBe('Nomor antrean A, nol empat satu. Silakan ke loket 3.')
  })

  it('is not said for what is no number', () => {
    expect(callSentence('<b>', '3', text)).toBeNull()
  })
})
