import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createPackedApp, freePort } from '../../tests/examples/packed-app.ts'
import type { Measurement } from './figure.ts'
import { launchBrowser } from './run-browser.ts'
import { openWatcher } from './run-watcher.ts'

const readme = fileURLToPath(new URL('../../engine/README.md', import.meta.url))
const walkWithinMs = 30_000
const walkedM = 1

/**
 * Lines of the README's first program, browser and server together, blank ones left out. n: how often it was installed from the tarball by npm
 * and seen to run: an avatar that walks in Chromium, as somebody else in the same place sees it. 0 when it does not run.
 */
export async function measureEmbedLines(): Promise<Measurement> {
  const program = readProgram(readFileSync(readme, 'utf8'))
  const lines = [...program.values()].flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '').length
  const problem = await runProgram(program)
  if (problem !== null) process.stderr.write(`embed_lines: the program does not run: ${problem}\n`)
  return { value: lines, n: problem === null ? 1 : 0 }
}

/** The files of the first program: the code blocks that bear a file's name, as in "js server.js". @throws TypeError when there is none */
export function readProgram(text: string): Map<string, string> {
  const blocks = text.matchAll(/^```\w+ ([\w.-]+)\n([\s\S]*?)^```$/gm)
  const program = new Map(Array.from(blocks, ([, name, code]) => [name, code]))
  if (program.size === 0) throw new TypeError('engine/README.md has no code block with a file name: a first program is ```js server.js')
  return program
}

/** @returns what went wrong, or null when somebody was seen to walk */
async function runProgram(program: ReadonlyMap<string, string>): Promise<string | null> {
  const browser = await launchBrowser()
  const app = await createPackedApp(new Map([...program, ['package.json', '{ "type": "module" }']]), ['ws@8', 'vite@8'], 'npm')
  const problems: string[] = []
  try {
    await app.start(process.execPath, ['server.js'], null)
    const port = await freePort()
    const vite = join(app.folder, 'node_modules/vite/bin/vite.js')
    await app.start(process.execPath, [vite, '--port', String(port), '--strictPort'], /localhost/)
    const { map } = (await import(pathToFileURL(join(app.folder, 'map.js')).href)) as { map: unknown }
    const socket = /ws:\/\/\S*?:(\d+)/.exec(program.get('main.js') ?? '')?.[1]
    const watcher = await openWatcher(`ws://localhost:${socket}`, map)
    const page = await browser.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(`http://localhost:${port}/`)
    const until = performance.now() + walkWithinMs
    let from: { x: number; z: number } | null = null
    while (performance.now() < until) {
      await wait(50)
      const at = watcher.other()
      if (at === null) continue
      if (from === null) {
        from = at
        await page.mouse.click(500, 420)
      } else if (Math.hypot(at.x - from.x, at.z - from.z) > walkedM) return null
    }
    return `${from === null ? 'nobody came in' : 'nobody walked'} within ${walkWithinMs / 1000} s; ${problems.join('; ')}`
  } catch (error) {
    return [String(error), ...problems].join('; ')
  } finally {
    await browser.close()
    await app.close()
  }
}
