import { type GlTexture, GlTextureSystem, TextureSource } from 'pixi.js'

/**
 * A sheet that goes to the graphics card in strips: sent as one, Chromium keeps a staging buffer of the whole sheet's size, and another of
 * half of it, for as long as the page lives.
 */
export class SheetSource extends TextureSource<ImageBitmap> {
  override uploadMethodId = 'sheet'
}

/** Bytes of a strip, about. */
const stripBytes = 1 << 20
const bytesAPixel = 4

const sheetUploader = {
  id: 'sheet',
  upload(source: TextureSource<ImageBitmap>, texture: GlTexture, gl: WebGL2RenderingContext, webGlVersion: number): void {
    const { pixelHeight: height, pixelWidth: width, resource } = source
    const { format, internalFormat, target, type } = texture
    texture.width = width
    texture.height = height
    if (webGlVersion === 1) {
      // It knows no part of a picture.
      gl.texImage2D(target, 0, internalFormat, format, type, resource)
      return
    }
    gl.texImage2D(target, 0, internalFormat, width, height, 0, format, type, null)
    const rows = Math.max(1, Math.floor(stripBytes / (width * bytesAPixel)))
    for (let y = 0; y < height; y += rows) {
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y)
      gl.texSubImage2D(target, 0, 0, y, width, Math.min(rows, height - y), format, type, resource)
      // Or the strips pile up in the staging buffer, which grows to hold them all and stays so.
      gl.finish()
    }
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0)
  },
}

/** Tells Pixi how such sheets are sent. Before a renderer is made. */
export function knowSheets(): void {
  GlTextureSystem.uploadExtensions.sheet = sheetUploader as never
}
