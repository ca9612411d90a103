import { preparePicture, type Easel, type PictureAnswer } from './prepare-picture.ts'

/** Examines a photograph beside the page, in a worker of its own that ends with it; on the page where a worker has no canvas. */
export async function examinePicture(file: Blob): Promise<PictureAnswer> {
  if (typeof OffscreenCanvas === 'undefined') return preparePicture(file, pageEasel)
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module', name: 'picture' })
  const answer = await new Promise<PictureAnswer | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<PictureAnswer | { problem: 'no-canvas' }>) =>
      resolve('problem' in data && data.problem === 'no-canvas' ? null : (data as PictureAnswer))
    // Without network its file may be missing.
    worker.onerror = () => resolve(null)
    worker.postMessage(file)
  })
  worker.terminate()
  return answer ?? preparePicture(file, pageEasel)
}

const pageEasel: Easel = {
  canvas(width, height) {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new TypeError('this browser has no canvas')
    const toJpeg = (quality: number) =>
      new Promise<Blob>((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TypeError('no JPEG came out'))), 'image/jpeg', quality),
      )
    return { context, toJpeg }
  },
}
