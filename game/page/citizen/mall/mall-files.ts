import { CodedError } from '@balai/engine/core'
import type { Region } from '../../../api/index.ts'

// Addresses are a part of the mall's code: asked for by files of their own they would cost more in headers than in words.
const maps = import.meta.glob<string>('../../../../assets/maps/*.tmj', { query: '?url', import: 'default', eager: true })
const sheets = import.meta.glob<string>('../../../../assets/art/packed/sheet-*.json', { query: '?url', import: 'default', eager: true })

export type MallFiles = { readonly map: unknown; readonly atlasImage: string }

/**
 * Fetches a region's map; the sheet of its theme's pictures is fetched by the drawing thread.
 * @throws CodedError `mall-missing` when the build has no such file, `offline` when it did not arrive.
 */
export async function loadMallFiles(region: Region): Promise<MallFiles> {
  const sheetOf = (theme: string): string => `../../../../assets/art/packed/sheet-${theme}.json`
  // A theme that nobody has drawn yet looks plain.
  const atlasImage = addressOf(sheets, sheetOf(region.theme) in sheets ? sheetOf(region.theme) : sheetOf('plain'))
  return { map: await fetchJson(addressOf(maps, `../../../../assets/maps/${region.map}.tmj`)), atlasImage }
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
