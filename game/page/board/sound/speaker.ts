import { signal, type ReadonlySignal } from '@preact/signals'
import type { Language } from '../../shared/index.ts'
import type { CallSpeech } from './call-speech.ts'
import { playChime } from './chime.ts'
import { chooseVoice } from './choose-voice.ts'
import { loadRecording, type Recording } from './recording.ts'

/**
 * `off`: browsers want a touch first. `recorded`: this device has no Indonesian voice, the recorded one calls.
 * `chime`: neither can be had, two notes say that somebody is called.
 */
type SpeakerState = 'off' | 'voice' | 'recorded' | 'chime'

/** The board's sound. */
export type Speaker = {
  readonly state: ReadonlySignal<SpeakerState>
  /** Call it from a tap or key. Says a short word, so that one hears that it works. */
  switchOn(): Promise<void>
  /** Switches on without a touch where the browser allows that, silently. @returns whether it did */
  tryAlone(): Promise<boolean>
  switchOff(): void
  /** Two notes, then the call. Settles when it is said; at once while off. */
  announce(call: CallSpeech): Promise<void>
}

/** Voices stand ready only a while after the first question for them. */
const voicesMs = 1_500
/** Some browsers never tell that a sentence has ended. */
const longestMs = 12_000

/** @param sample what is said on switching on. */
export function createSpeaker(options: { readonly language: Language; readonly sample: string }): Speaker {
  const { language } = options
  const state = signal<SpeakerState>('off')
  const speech: SpeechSynthesis | null = 'speechSynthesis' in window ? window.speechSynthesis : null
  let audio: AudioContext | null = null
  let voice: SpeechSynthesisVoice | null = null
  let recording: Recording | null = null
  speech?.getVoices()

  function say(sentence: string): Promise<void> {
    return new Promise((done) => {
      if (!speech || !voice) return done()
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 0.9
      const timer = setTimeout(done, longestMs)
      const end = () => {
        clearTimeout(timer)
        done()
      }
      utterance.onend = end
      utterance.onerror = end
      // A sentence that hangs would silence all that follow.
      speech.cancel()
      speech.speak(utterance)
    })
  }
  async function announce(call: CallSpeech): Promise<void> {
    if (state.peek() === 'off' || !audio) return
    await playChime(audio)
    if (state.peek() === 'voice') await say(call.sentence)
    if (state.peek() === 'recorded') await recording?.say(call.words)
  }
  async function findVoice(context: AudioContext): Promise<void> {
    voice = speech ? chooseVoice(await voicesOf(speech), language) : null
    if (!voice && language === 'id') recording ??= await loadRecording(context).catch(() => null)
    state.value = voice ? 'voice' : recording ? 'recorded' : 'chime'
  }
  return {
    state,
    announce,
    async switchOn() {
      audio ??= new AudioContext()
      await audio.resume()
      await findVoice(audio)
      await announce({ sentence: options.sample, words: ['nomor antrean'] })
    },
    async tryAlone() {
      audio ??= new AudioContext()
      if (audio.state !== 'running') return false
      await findVoice(audio)
      return true
    },
    switchOff() {
      speech?.cancel()
      recording?.stop()
      state.value = 'off'
    },
  }
}

function voicesOf(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const now = speech.getVoices()
  if (now.length > 0) return Promise.resolve(now)
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      speech.removeEventListener('voiceschanged', end)
      done(speech.getVoices())
    }
    const timer = setTimeout(end, voicesMs)
    speech.addEventListener('voiceschanged', end)
  })
}
