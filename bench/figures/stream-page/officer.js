import { startCamera } from '../../../game/camera/index.ts'
import { drawClock } from './clock-code.js'

const canvas = document.querySelector('#picture')
const context = canvas.getContext('2d', { alpha: false })
const framesPerSecond = 20

/** A picture with some movement, as a face has, and the time in it. */
function draw() {
  const now = Date.now()
  const shade = context.createLinearGradient(0, 80, 640, 480)
  shade.addColorStop(0, `hsl(${(now / 50) % 360} 40% 60%)`)
  shade.addColorStop(1, `hsl(${(now / 70 + 90) % 360} 40% 40%)`)
  context.fillStyle = shade
  context.fillRect(0, 80, 640, 400)
  context.fillStyle = '#222'
  for (let i = 0; i < 12; i++) {
    const angle = now / (400 + i * 60)
    context.fillRect(320 + Math.cos(angle + i) * 240, 280 + Math.sin(angle * 1.3 + i) * 150, 30, 30)
  }
  drawClock(context, now)
}
setInterval(draw, 1000 / framesPerSecond)
draw()

function tone() {
  const audio = new AudioContext()
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  volume.gain.value = 0.2
  const out = audio.createMediaStreamDestination()
  oscillator.connect(volume).connect(out)
  oscillator.start()
  return out.stream.getAudioTracks()[0]
}

globalThis.events = []
globalThis.officer = {
  async start({ counter, video = true, audio = true, slate = ['Petugas sedang melayani A-001', 'Silakan tunggu'], isSlate = false }) {
    const tracks = [...(video ? canvas.captureStream(framesPerSecond).getTracks() : []), ...(audio ? [tone()] : [])]
    const onEvent = (event) => globalThis.events.push(event)
    this.session = await startCamera({ counter, stream: new MediaStream(tracks), slate, isSlate, onEvent })
  },
}
