import { CodedError } from '@balai/engine/core'
import type { AtlasJson } from '@balai/engine/render'
import type { Region } from '../../../api/index.ts'

const maps = import.meta.glob<string>('../../../../assets/maps/*.tmj', { query: '?url', import: 'default' })
const sheets = import.meta.glob<string>('../../../../assets/art/packed/{atlas*.webp,atlas.json}', { query: '?url', import: 'default' })

export type MallFiles = { readonly map: unknown; readonly atlasImage: string; readonly atlasJson: AtlasJson }

/**
 * Fetches a region's map and the index of the picture sheet; the picture itself is fetched by the drawing thread.
 * @throws CodedError `mall-missing` when the build has no such file, `offline` when it did not arrive.
 */
export async function loadMallFiles(region: Region): Promise<MallFiles> {
  const [map, atlasJson, atlasImage] = await Promise.all([
    addressOf(maps, `../../../../assets/maps/${region.map}.tmj`).then(fetchJson),
    addressOf(sheets, '../../../../assets/art/packed/atlas.json').then(fetchJson),
    addressOf(sheets, sheetOf(region.theme)),
  ])
  return { map, atlasImage, atlasJson: atlasJson as AtlasJson }
}

/** Each theme's own picture sheet, or the plain one; Kutai's is the first that was drawn and bears no name. All share one index. */
function sheetOf(theme: Region['theme']): string {
  const folder = '../../../../assets/art/packed/'
  if (theme === 'kutai') return `${folder}atlas.webp`
  const own = `${folder}atlas-${theme}.webp`
  return own in sheets ? own : `${folder}atlas-plain.webp`
}

async function addressOf(files: Record<string, () => Promise<string>>, path: string): Promise<string> {
  const load = files[path]
  if (!load) throw new CodedError('mall-missing', `${path} is not in this build; build the pages again`)
  return load()
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address).catch(() => null)
  if (!response?.ok) throw new CodedError('offline', `${address} did not arrive; try again when the network is back`)
  return response.json()
}
