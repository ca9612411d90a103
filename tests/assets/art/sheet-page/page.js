import { drawSheet } from '../../../../assets/art/draw-sheet.ts'
import kutai from '../../../../assets/art/packed/sheet-kutai.json'
import plain from '../../../../assets/art/packed/sheet-plain.json'

const sheets = { kutai, plain }

/** The sheet as the browser draws it: its pixels in base64, RGBA. */
globalThis.draw = (theme) => {
  const canvas = drawSheet(sheets[theme])
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let text = ''
  for (let i = 0; i < data.length; i += 30_000) text += String.fromCharCode(...data.subarray(i, i + 30_000))
  return btoa(text)
}
