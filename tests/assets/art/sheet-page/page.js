import { drawSheet } from '../../../../assets/art/draw-sheet.ts'
import sheet from '../../../../assets/art/packed/sheet.json'
import jabar from '../../../../assets/art/packed/theme-jabar.json'
import kendari from '../../../../assets/art/packed/theme-kendari.json'
import kutai from '../../../../assets/art/packed/theme-kutai.json'
import plain from '../../../../assets/art/packed/theme-plain.json'

const themes = { jabar, kendari, kutai, plain }

/** The sheet as the browser draws it: its pixels in base64, RGBA. */
globalThis.draw = (theme, scale) => {
  const canvas = drawSheet(sheet, themes[theme], scale)
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let text = ''
  for (let i = 0; i < data.length; i += 30_000) text += String.fromCharCode(...data.subarray(i, i + 30_000))
  return btoa(text)
}
