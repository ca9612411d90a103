/** Two rising tones, a third of a second: heard, not startling. Silent where the browser forbids sound before a touch. */
export function ring(): void {
  try {
    const audio = new AudioContext()
    if (audio.state !== 'running') {
      void audio.close()
      return
    }
    for (const [index, hertz] of [660, 880].entries()) playTone(audio, hertz, audio.currentTime + index * 0.18)
    setTimeout(() => void audio.close(), 1000)
  } catch {
    // No sound on this device: the card, the title and the shaking are there too.
  }
}

function playTone(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  tone.frequency.value = hertz
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.25, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.32)
  tone.connect(loudness).connect(audio.destination)
  tone.start(at)
  tone.stop(at + 0.34)
}
