import { watchCounter } from '../../../game/page/citizen/watch/index.ts'
import { readClock } from './clock-code.js'

const video = document.querySelector('#picture')
const canvas = new OffscreenCanvas(640, 480)
const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

globalThis.viewer = {
  states: [],
  /** Age of each picture that carried a new time, ms. */
  ages: [],
  /** Pictures without a readable time: the slate. */
  unread: 0,
  bytes: 0,
  lastValue: -1,
  troubles: [],
  start(playlist) {
    const onState = (state) => this.states.push(state)
    const onTrouble = (detail) => this.troubles.push(detail)
    this.watch = watchCounter({ video, playlist, onState, onTrouble, onBytes: (bytes) => (this.bytes += bytes) })
    const look = () => {
      const shown = Date.now()
      context.drawImage(video, 0, 0, 640, 480)
      const read = readClock(context, shown)
      if (!read) this.unread++
      else if (read.value !== this.lastValue) {
        this.lastValue = read.value
        this.ages.push(read.ageMs)
      }
      video.requestVideoFrameCallback(look)
    }
    video.requestVideoFrameCallback(look)
  },
  video,
}
