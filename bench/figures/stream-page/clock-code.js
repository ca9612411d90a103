// A time drawn into a picture so that it survives compression: 24 bits of milliseconds and an 8-bit sum, as black and white squares.
const side = 40
const columns = 16
const bits = 32
const range = 0x1000000

/** Draws `ms` (its low 24 bits) into the top 80 lines of a canvas 640 pixels wide. */
export function drawClock(context, ms) {
  const value = Math.floor(ms) % range
  const sum = (value & 255) ^ ((value >> 8) & 255) ^ ((value >> 16) & 255) ^ 0x5a
  for (let bit = 0; bit < bits; bit++) {
    const isSet = bit < 24 ? (value >> bit) & 1 : (sum >> (bit - 24)) & 1
    context.fillStyle = isSet ? '#fff' : '#000'
    context.fillRect((bit % columns) * side, Math.floor(bit / columns) * side, side, side)
  }
}

/** The time read back and how long ago that was at `nowMs`, in ms; null when the sum does not fit (a slate, a torn picture). */
export function readClock(context, nowMs) {
  let value = 0
  let sum = 0
  for (let row = 0; row < bits / columns; row++) {
    const { data } = context.getImageData(0, row * side + side / 2, columns * side, 1)
    for (let column = 0; column < columns; column++) {
      const isSet = data[(column * side + side / 2) * 4] > 127 ? 1 : 0
      const bit = row * columns + column
      if (bit < 24) value |= isSet << bit
      else sum |= isSet << (bit - 24)
    }
  }
  if (((value & 255) ^ ((value >> 8) & 255) ^ ((value >> 16) & 255) ^ 0x5a) !== sum) return null
  return { value, ageMs: ((Math.floor(nowMs) % range) - value + range) % range }
}
