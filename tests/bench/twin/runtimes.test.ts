import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findRuntimes } from '../../../bench/twin/runtimes.ts'

let folder: string
const install = (name: string): void => symlinkSync(process.execPath, join(folder, name))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-runtimes-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROME_PATH', process.execPath)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('a machine without Firefox, or without qemu, has no runtimes at all, and is told what to install', () => {
  expect(findRuntimes).toThrow(
    expect.objectContaining({ code: 'no-firefox', message: expect.stringContaining('apt-get install firefox-esr') }),
  )
  install('firefox-esr')
  expect(findRuntimes).toThrow(
    expect.objectContaining({ code: 'no-qemu', message: expect.stringContaining('apt-get install qemu-user-static') }),
  )
})
