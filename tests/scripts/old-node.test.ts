import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** Runs a file of this project on this Node, which says that it is another one. */
function runAs(version: string, file: string) {
  const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const entry = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const run = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, entry], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status: run.status, lines: (run.stdout + run.stderr).trimEnd().split('\n') }
}

it.each([
  ['scripts/setup.mjs', '18.20.1', 'Balai needs Node 20 or newer to set itself up; this is 18.20.1.'],
  ['server/start.mjs', '22.18.0', 'Balai needs Node 24 or newer; this is 22.18.0.'],
])('%s on Node %s stops with one sentence that names the remedy', (file, version, sentence) => {
  const { status, lines } = runAs(version, file)
  expect(status).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(sentence)
  expect(lines[0]).toMatch(/Install one from https:|"npm start" brings its own/)
})
