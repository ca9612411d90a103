import { CodedError } from '../core/index.ts'
import type { SpaceMap } from '../space/index.ts'
import type { AtlasJson } from './atlas.ts'
import { readPeopleSheet } from './people-sheet.ts'
import { plainPeople, plainTargetFrame } from './plain-people.ts'
import { drawPlainSheet } from './plain-sheet.ts'
import type { StageOptions } from './stage-options.ts'
import type { Theme } from './theme.ts'

/** What a stage is drawn from. The bitmap is the caller's to close when the stage is gone. */
export type StageArt = Pick<StageOptions, 'atlas' | 'people' | 'targetFrame'>

/**
 * Makes a theme's pictures for a map: loads its sheet, or draws plain shapes.
 * @throws CodedError `no-atlas` when the sheet does not come, TypeError when the theme is half a sheet or has no colour for a colour
 */
export async function artOfTheme(theme: Theme, map: SpaceMap): Promise<StageArt> {
  const { atlasImage, atlasJson, people, targetFrame } = theme
  if (atlasImage === undefined) {
    return { atlas: await drawPlainSheet(map, theme), people: plainPeople(theme), targetFrame: plainTargetFrame }
  }
  if (atlasJson === undefined) throw new TypeError('theme.atlasJson must come with theme.atlasImage: it says where each picture lies')
  if (people === undefined) throw new TypeError('theme.people must come with theme.atlasImage: all pictures come from one sheet')
  if (targetFrame === undefined) throw new TypeError('theme.targetFrame must come with theme.atlasImage: all pictures come from one sheet')
  return { atlas: await loadAtlas(atlasImage, atlasJson), people: readPeopleSheet(people), targetFrame }
}

/** @throws CodedError `no-atlas` */
export async function loadAtlas(address: string, json: AtlasJson): Promise<StageOptions['atlas']> {
  const response = await fetchSheet(address)
  return { image: await createImageBitmap(await response.blob(), { premultiplyAlpha: 'premultiply' }), json }
}

/** Fetches a sheet of whatever kind: for applications that make their pictures themselves. @throws CodedError `no-atlas` */
export async function fetchSheet(address: string): Promise<Response> {
  const response = await fetch(address).catch((error: unknown) => String(error))
  if (typeof response === 'string') throw new CodedError('no-atlas', `${address} did not arrive (${response})`)
  if (!response.ok) throw new CodedError('no-atlas', `${address} answered ${response.status}`)
  return response
}
