import { drawSheetSlowly } from './draw-sheet.ts'
import { type DrawnSheet, framesOf, type SheetTheme } from './drawing.ts'
import { sceneArt } from './people-art.ts'

/** Lets other work in; what draws for long awaits it now and then. */
type Breathe = () => Promise<void>
const noBreath: Breathe = async () => {}

/** Everything that the drawing thread draws with, out of the sheet and a theme as they travelled. `scale`: sheet pixels for one at 1×. */
export async function artOfSheet(sheet: DrawnSheet, theme: SheetTheme, scale: number, breathe: Breathe = noBreath) {
  const canvas = await drawSheetSlowly(sheet, theme, scale, breathe)
  const image = 'transferToImageBitmap' in canvas ? canvas.transferToImageBitmap() : await createImageBitmap(canvas)
  return { ...sceneArt, atlas: { image, json: { frames: framesOf(sheet, scale), meta: { scale } } } }
}

/** Where sheet and theme are, and how fine the sheet is to be drawn. */
export type SceneArtFiles = { readonly atlasImage?: string; readonly atlasTheme?: string; readonly atlasScale?: number }

/** A maker of pictures for the drawing thread, which fetches by `load`. It keeps nothing: to draw anew in another fineness the browser's own store has the files. */
export const loadSceneArt =
  (load: (address: string) => Promise<Response>) =>
  async ({ atlasImage = '', atlasTheme = '', atlasScale = 2 }: SceneArtFiles, _map: unknown, breathe: Breathe) => {
    const [sheet, theme] = await Promise.all([load(atlasImage), load(atlasTheme)])
    return artOfSheet((await sheet.json()) as DrawnSheet, (await theme.json()) as SheetTheme, atlasScale, breathe)
  }
