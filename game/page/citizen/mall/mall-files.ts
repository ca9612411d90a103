import { CodedError } from '@balai/engine/core'
import type { Region } from '../../../api/index.ts'

// Addresses are a part of the mall's code: asked for by files of their own they would cost more in headers than in words.
const maps = import.meta.glob<string>('../../../../assets/maps/*.tmj', { query: '?url', import: 'default', eager: true })
const art = import.meta.glob<string>('../../../../assets/art/packed/{sheet,theme-*}.json', {
  query: '?url',
  import: 'default',
  eager: true,
})

export type MallFiles = { readonly map: unknown; readonly atlasImage: string; readonly atlasTheme: string }

/**
 * Fetches a region's map; the sheet of pictures and what makes it the region's are fetched by the drawing thread.
 * @throws CodedError `mall-missing` when the build has no such file, `offline` when it did not arrive.
 */
export async function loadMallFiles(region: Region): Promise<MallFiles> {
  const packed = (name: string): string => addressOf(art, `../../../../assets/art/packed/${name}.json`)
  const files = { atlasImage: packed('sheet'), atlasTheme: packed(`theme-${region.theme}`) }
  return { map: await fetchJson(addressOf(maps, `../../../../assets/maps/${region.map}.tmj`)), ...files }
}

function addressOf(files: Record<string, string>, path: string): string {
  const address = files[path]
  if (!address) throw new CodedError('mall-missing', `${path} is not in this build; build the pages again`)
  return address
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address).catch(() => null)
  if (!response?.ok) throw new CodedError('offline', `${address} did not arrive; try again when the network is back`)
  return response.json()
}
