import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callSpeech } from '../../../../game/page/board/sound/call-speech.ts'
import { chooseVoice } from '../../../../game/page/board/sound/choose-voice.ts'
import { numberWords } from '../../../../game/page/board/sound/number-words.ts'
import { planWords, type WordMarks } from '../../../../game/page/board/sound/plan-words.ts'
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
    expect(callSpeech('A-001', '3', text)?.sentence).toBe('Nomor antrean, A, nol nol satu, silakan ke loket tiga.')
    expect(callSpeech('AB-041', '21', text)?.sentence).toBe('Nomor antrean, A B, nol empat satu, silakan ke loket dua puluh satu.')
  })

  it('is not said for what is no number', () => {
    expect(callSpeech('<b>', '3', text)).toBeNull()
  })

  it('keeps the name of a counter that is no number', () => {
    expect(callSpeech('A-001', 'Utara', text)?.sentence).toContain('loket Utara')
  })
})

describe('the recorded voice', () => {
  const marks = JSON.parse(readFileSync(new URL('../../../../assets/voice/id.json', import.meta.url), 'utf8')) as WordMarks
  const text = { language: 'id', t: createTranslate(messages) } as const

  it('has every word of every number at every counter', () => {
    const labels = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => `${letter}-${String((index % 10) * 111).padStart(3, '0')}`)
    for (const label of labels) {
      for (let counter = 0; counter <= 99; counter += 1) {
        for (const word of callSpeech(label, String(counter), text)?.words ?? ['']) expect(marks).toHaveProperty([word])
      }
    }
  })

  it('plays the words in their order, none over the voice of another', () => {
    const words = callSpeech('B-041', '12', text)?.words ?? []
    expect(words).toEqual(['nomor antrean', 'b', 'nol', 'empat', 'satu', 'silakan ke loket', 'dua', 'belas'])
    const { slices, endS } = planWords(words, marks)
    expect(slices).toHaveLength(words.length)
    const voices = slices.map(({ atS, fromS }, index) => {
      const [from, until] = marks[words[index]]
      return { startS: atS + from - fromS, lengthS: until - from }
    })
    for (const [index, { startS }] of voices.entries()) {
      if (index > 0) expect(startS).toBeGreaterThanOrEqual(voices[index - 1].startS + voices[index - 1].lengthS)
    }
    expect(endS).toBeLessThan(8)
  })

  it('counts as Indonesians do', () => {
    expect([0, 10, 11, 15, 20, 99].map((n) => numberWords(n).join(' '))).toEqual([
      'nol',
      'sepuluh',
      'sebelas',
      'lima belas',
      'dua puluh',
      'sembilan puluh sembilan',
    ])
    expect([numberWords(100), numberWords(1.5), numberWords(Number.NaN)]).toEqual([[], [], []])
  })
})
