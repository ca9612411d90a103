import { pathToFileURL } from 'node:url'
import type { Agency, ConfigResponse, CounterPlace, QueueSummary, Region } from '../../game/api/index.ts'
import type { Language } from '../http/index.ts'

/** What the citizen's page is made of; the built page takes exactly this. */
export type CitizenPageInput = {
  readonly language: Language
  readonly regions: readonly Region[]
  readonly region: Region | null
  readonly catalogue: { readonly agencies: readonly Agency[]; readonly counters: readonly CounterPlace[] } | null
  readonly queue: QueueSummary | null
  readonly config: ConfigResponse
  /** Path and query of the request. */
  readonly url: string
}
/** @param shell the built citizen.html */
export type RenderCitizenPage = (shell: string, data: CitizenPageInput) => string

/**
 * Loads the page's renderer from the build: a page is never part of the server's own code.
 * @throws TypeError when the file is no such build
 */
export async function loadCitizenRenderer(file: string): Promise<RenderCitizenPage> {
  const built: unknown = await import(pathToFileURL(file).href)
  const render = (built as { renderCitizenPage?: unknown }).renderCitizenPage
  if (typeof render !== 'function') throw new TypeError(`${file} must export renderCitizenPage; build the pages again`)
  return render as RenderCitizenPage
}
