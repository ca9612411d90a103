/** Two soft falling notes (A5, E5), made here so that no file has to be fetched. Settles when they have faded. */
export function playChime(audio: AudioContext): Promise<void> {
  const startS = audio.currentTime + 0.05
  const notes: readonly (readonly [number, number])[] = [
    [880, 0],
    [659.26, 0.32],
  ]
  for (const [hertz, afterS] of notes) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.type = 'sine'
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.0001, startS + afterS)
    volume.gain.exponentialRampToValueAtTime(0.3, startS + afterS + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, startS + afterS + 0.7)
    tone.connect(volume).connect(audio.destination)
    tone.start(startS + afterS)
    tone.stop(startS + afterS + 0.75)
  }
  return new Promise((done) => setTimeout(done, 1_100))
}
