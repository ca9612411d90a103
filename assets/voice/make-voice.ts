/**
 * `node assets/voice/make-voice.ts`: speaks every word that a board needs to call a number, with espeak-ng, one after the other into
 * one file, and writes where each begins and ends. Needs `espeak-ng` and `lame`. README.md says why and under which terms.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = import.meta.dirname
const sampleRate = 22_050
/** Silence around each word, longer than what decoders of MP3 may shift a recording by. */
const gapS = 0.12
const wordsPerMinute = 140
/** Below this share of full scale is silence. */
const silence = 0.01
const loudest = 0.85

/** As espeak-ng reads them; the accent keeps the names of letters from being swallowed. */
const spelled: Readonly<Record<string, string>> = {
  'nomor antrean': 'nomor antréan',
  'silakan ke loket': "silakan ke [[l'okEt]]",
  ...sameAsWritten('nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh'),
  ...lettersBy('a bé cé dé é éf gé ha i jé ka él ém én o pé ki ér és té u fé wé éks yé zét'),
}

const scratch = mkdtempSync(join(tmpdir(), 'balai-voice-'))
try {
  const gap = new Float32Array(Math.round(gapS * sampleRate))
  const marks: Record<string, readonly [number, number]> = {}
  const parts: Float32Array[] = [gap]
  let length = gap.length
  for (const [word, text] of Object.entries(spelled)) {
    const sound = trim(speak(text))
    const end = length + sound.length
    marks[word] = [round(length / sampleRate), round(end / sampleRate)]
    parts.push(sound, gap)
    length = end + gap.length
  }
  writeMp3(join(folder, 'id.mp3'), parts, length)
  const rows = Object.entries(marks).map(([word, [from, until]]) => `  ${JSON.stringify(word)}: [${from}, ${until}]`)
  writeFileSync(join(folder, 'id.json'), `{\n${rows.join(',\n')}\n}\n`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** −1 to 1, as it comes from the voice. */
function speak(text: string): Float32Array {
  const file = join(scratch, 'word.wav')
  run('espeak-ng', ['-v', 'id', '-s', String(wordsPerMinute), '-w', file, text])
  const wav = readFileSync(file)
  const rate = wav.readUInt32LE(24)
  if (rate !== sampleRate) throw new Error(`espeak-ng wrote ${rate} samples a second, ${sampleRate} are expected`)
  const at = wav.indexOf('data', 12, 'latin1') + 8
  return Float32Array.from({ length: (wav.length - at) >> 1 }, (_, index) => wav.readInt16LE(at + index * 2) / 32_768)
}

/** Without the silence at both ends, and as loud as the others. */
function trim(sound: Float32Array): Float32Array {
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const isHeard = (sample: number): boolean => Math.abs(sample) > silence * peak
  const from = sound.findIndex(isHeard)
  const until = sound.findLastIndex(isHeard) + 1
  return sound.slice(from, until).map((sample) => (sample * loudest) / peak)
}

function writeMp3(file: string, parts: readonly Float32Array[], length: number): void {
  const raw = Buffer.alloc(length * 2)
  let at = 0
  for (const sample of parts.flatMap((part) => [...part])) at = raw.writeInt16LE(Math.round(sample * 32_767), at)
  const pcm = join(scratch, 'all.raw')
  writeFileSync(pcm, raw)
  run('lame', ['--quiet', '-r', '-s', '22.05', '-m', 'm', '--cbr', '-b', '24', '-q', '0', pcm, file])
}

function run(program: string, values: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, values, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} failed (apt-get install espeak-ng lame): ${error?.message ?? stderr}`)
}

function sameAsWritten(words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, word]))
}

/** The names of the letters from A on. */
function lettersBy(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name, index) => [String.fromCharCode(97 + index), name]))
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
