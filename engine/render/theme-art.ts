import { CodedError } from '../core/index.ts'
import type { SpaceMap } from '../space/index.ts'
import { readPeopleSheet } from './people-sheet.ts'
import { plainPeople, plainTargetFrame } from './plain-people.ts'
import { drawPlainSheet } from './plain-sheet.ts'
import type { AtlasJson, AtlasSheet } from './atlas.ts'
import type { StageArt } from './stage-options.ts'
import type { Theme } from './theme.ts'

/**
 * Makes a theme's pictures for a map: loads its sheet, or draws plain shapes, at `theme.atlasScale` sheet pixels for one at 1×. `breathe` is awaited
 * now and then: on a page it lets other work in.
 * @throws CodedError `no-atlas` when the sheet does not come, TypeError when the theme is half a sheet or has no colour for a colour
 */
export async function artOfTheme(theme: Theme, map: SpaceMap, breathe: () => Promise<void> = noBreath): Promise<StageArt> {
  const { atlasImage, atlasJson, people, targetFrame } = theme
  if (atlasImage === undefined) {
    return { atlas: await drawPlainSheet(map, theme, breathe), people: plainPeople(theme), targetFrame: plainTargetFrame }
  }
  if (atlasJson === undefined) throw new TypeError('theme.atlasJson must come with theme.atlasImage: it says where each picture lies')
  if (people === undefined) throw new TypeError('theme.people must come with theme.atlasImage: all pictures come from one sheet')
  if (targetFrame === undefined) throw new TypeError('theme.targetFrame must come with theme.atlasImage: all pictures come from one sheet')
  return { atlas: await loadAtlas(atlasImage, atlasJson, theme.atlasScale), people: readPeopleSheet(people), targetFrame }
}

const noBreath = (): Promise<void> => Promise.resolve()

/** `wantedScale`: less than the sheet's own has it made smaller, which saves memory. @throws CodedError `no-atlas` */
export async function loadAtlas(address: string, json: AtlasJson, wantedScale = Number(json.meta.scale)): Promise<AtlasSheet> {
  const response = await fetchSheet(address)
  const image = await createImageBitmap(await response.blob(), { premultiplyAlpha: 'premultiply' })
  const shrunk = Number(json.meta.scale) / wantedScale
  if (!(shrunk > 1)) return { image, json }
  const [resizeWidth, resizeHeight] = [Math.ceil(image.width / shrunk), Math.ceil(image.height / shrunk)]
  const small = await createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: 'high', premultiplyAlpha: 'premultiply' })
  image.close()
  return { image: small, json, shrunk }
}

/** Fetches a sheet of whatever kind: for applications that make their pictures themselves. @throws CodedError `no-atlas` */
export async function fetchSheet(address: string): Promise<Response> {
  const response = await fetch(address).catch((error: unknown) => String(error))
  if (typeof response === 'string') throw new CodedError('no-atlas', `${address} did not arrive (${response})`)
  if (!response.ok) throw new CodedError('no-atlas', `${address} answered ${response.status}`)
  return response
}
