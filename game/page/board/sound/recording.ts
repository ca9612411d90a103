import { planWords, type WordMarks } from './plan-words.ts'

/** The recorded voice, for where the browser has none. */
export type Recording = {
  /** Plays the words one after the other. Settles when the last has been heard. */
  say(words: readonly string[]): Promise<void>
  stop(): void
}

const [marks] = Object.values(import.meta.glob<WordMarks>('../../../../assets/voice/id.json', { eager: true, import: 'default' }))
const address = new URL('../../../../assets/voice/id.mp3', import.meta.url).href

/** Fetches the words, 69 kB, once. @throws Error when they cannot be had or read: two notes must do */
export async function loadRecording(audio: AudioContext): Promise<Recording> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the recorded voice was answered ${answer.status}`)
  const sound = await decode(audio, await answer.arrayBuffer())
  const playing = new Set<AudioBufferSourceNode>()
  const stop = (): void => {
    for (const source of playing) source.stop()
    playing.clear()
  }
  return {
    stop,
    say(words) {
      stop()
      const { slices, endS } = planWords(words, marks)
      const startS = audio.currentTime + 0.05
      for (const { atS, fromS, lengthS } of slices) {
        const source = audio.createBufferSource()
        source.buffer = sound
        source.connect(audio.destination)
        source.onended = () => playing.delete(source)
        source.start(startS + atS, fromS, lengthS)
        playing.add(source)
      }
      return new Promise((done) => setTimeout(done, (endS + 0.3) * 1000))
    },
  }
}

/** Safari 14 knows the form with callbacks only. */
function decode(audio: AudioContext, bytes: ArrayBuffer): Promise<AudioBuffer> {
  return new Promise((done, fail) => {
    void audio.decodeAudioData(bytes, done, fail)?.catch(fail)
  })
}
