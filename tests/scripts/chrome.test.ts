import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findChrome } from '../../scripts/chrome.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-chrome-'))
  vi.stubEnv('CHROME_PATH', undefined)
  vi.stubEnv('PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('names a CHROME_PATH that leads nowhere, and what to do', () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome')
  expect(() => findChrome()).toThrow(/CHROME_PATH is \/nowhere\/chrome.*correct it or unset it/)
})

it('takes CHROME_PATH before any other', () => {
  const own = join(folder, 'my-browser')
  writeFileSync(own, '')
  vi.stubEnv('CHROME_PATH', own)
  expect(findChrome()).toBe(own)
})

it.runIf(process.platform === 'linux')('finds a program in PATH, not a file that cannot be run', () => {
  const program = join(folder, 'chromium')
  writeFileSync(program, '', { mode: 0o644 })
  expect(findChrome()).toBeNull()
  chmodSync(program, 0o755)
  expect(findChrome()).toBe(program)
})
