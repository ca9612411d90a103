import { preparePicture, type Easel } from './prepare-picture.ts'

// The page's DOM types know `self` as a window; a worker's port has the same two members.
const port = self as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null
  postMessage(message: unknown, transfer?: Transferable[]): void
}

const easel: Easel = {
  canvas(width, height) {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new TypeError('this browser has no canvas in a worker')
    return {
      context: context as unknown as CanvasRenderingContext2D,
      toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
    }
  },
}

port.onmessage = ({ data }) => {
  preparePicture(data, easel).then(
    (answer) => port.postMessage(answer, 'picture' in answer ? [answer.picture.jpeg.buffer] : []),
    () => port.postMessage({ problem: 'no-canvas' }),
  )
}
