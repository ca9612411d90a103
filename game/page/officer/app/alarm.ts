/** Three falling pairs of tones and a buzz: heard from the other end of a room. Silent where the browser has no sound. */
export function soundAlarm(): void {
  navigator.vibrate?.([300, 150, 300, 150, 300])
  try {
    const audio = new AudioContext()
    const gain = audio.createGain()
    gain.gain.value = 0.25
    gain.connect(audio.destination)
    let at = audio.currentTime + 0.05
    for (const hertz of [988, 740, 988, 740, 988, 740]) {
      const tone = audio.createOscillator()
      tone.type = 'triangle'
      tone.frequency.value = hertz
      tone.connect(gain)
      tone.start(at)
      tone.stop(at + toneSeconds)
      at += toneSeconds
    }
    setTimeout(() => void audio.close(), 4_000)
  } catch {
    // The notice stands on the screen all the same.
  }
}

const toneSeconds = 0.3
