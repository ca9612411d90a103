import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'

const origin = 'http://look.test'
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', json: 'application/json' }

/** Builds a page that has the chooser and nothing else. */
export async function buildLookPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const input = fileURLToPath(new URL('look-page/page.js', import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, assetsInlineLimit: 0, modulePreload: false, rolldownOptions: { input, output: { entryFileNames: 'page.js' } } },
  })) as Rolldown.RolldownOutput
  return new Map(built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
}

export type LookPageOptions = { readonly look: number; readonly isWithoutPictures?: boolean }

/** The chooser, open, on a page that nothing but the browser serves. */
export async function openLookPage(
  context: BrowserContext,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: LookPageOptions,
): Promise<Page> {
  const page = await context.newPage()
  const styles = [...files.keys()].filter((path) => path.endsWith('.css')).map((path) => `<link rel="stylesheet" href="${path}">`)
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="id"><meta name="viewport" content="width=device-width">${styles.join('')}<body></body></html>`,
      })
    const body = files.get(pathname)
    if (body === undefined || (options.isWithoutPictures && pathname.endsWith('.json'))) return route.abort()
    return route.fulfill({ contentType: types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream', body: Buffer.from(body) })
  })
  await page.goto(`${origin}/`)
  await page.addScriptTag({ url: '/page.js', type: 'module' })
  await page.waitForFunction('typeof openLook === "function"')
  await page.evaluate(`openLook(${options.look})`)
  await page.locator('.look-sheet').waitFor()
  return page
}
