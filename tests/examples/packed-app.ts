import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packEngine } from '../../scripts/pack-engine.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const readyWithinMs = 60_000

/** An application of somebody else's in a temporary folder, with the packed engine in its node_modules. */
export type PackedApp = {
  readonly folder: string
  /** Runs a program of the application's to its end. @throws Error with its output when it fails */
  run(command: string, args: readonly string[]): string
  /** Starts a program of the application's and waits until it has written `ready`, if that is given. @returns what it has written until now, at every call */
  start(command: string, args: readonly string[], ready: RegExp | null, env?: Readonly<Record<string, string>>): Promise<() => string>
  /** Ends what was started and removes the folder. */
  close(): Promise<void>
}

/**
 * @param files what the application is made of: a folder to copy, or texts by name
 * @param install `link`: the packed engine unpacked, and these packages linked from the repository, so that no registry is asked; `npm`: by npm
 */
export async function createPackedApp(
  files: string | ReadonlyMap<string, string>,
  packages: readonly string[],
  install: 'link' | 'npm',
): Promise<PackedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-app-'))
  const children = new Set<ChildProcess>()
  const endNow = (): void => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  process.once('exit', endNow)
  const environment = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({ ...process.env, ...env, NODE_ENV: undefined })
  const app: PackedApp = {
    folder,
    run(command, args) {
      const { error, status, stderr, stdout } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: environment() })
      if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
      return stdout
    },
    start: (command, args, ready, env) => {
      const child = spawn(command, args, { cwd: folder, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
      children.add(child)
      return untilReady(child, ready)
    },
    async close() {
      const gone = [...children].map(
        (child) => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null))),
      )
      for (const child of children) child.kill('SIGTERM')
      await Promise.all(gone)
      process.off('exit', endNow)
      endNow()
    },
  }
  try {
    if (typeof files === 'string') cpSync(files, folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
    else for (const [name, text] of files) writeFileSync(join(folder, name), text)
    const tarball = await packEngine(join(folder, '.packed'))
    if (install === 'npm') app.run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball, ...packages])
    else linkPackages(folder, tarball, packages)
    return app
  } catch (error) {
    await app.close()
    throw error
  }
}

/** The engine itself is unpacked, not linked: it must find everything from where it would lie. */
function linkPackages(folder: string, tarball: string, packages: readonly string[]): void {
  const engine = join(folder, 'node_modules/@balai/engine')
  mkdirSync(engine, { recursive: true })
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', engine], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the tarball could not be unpacked: ${stderr}`)
  for (const name of ['@dimforge/rapier3d-compat', 'bitecs', 'comlink', 'pixi.js', ...packages]) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(modules, name), link, 'junction')
  }
}

function untilReady(child: ChildProcess, ready: RegExp | null): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string): void => reject(new Error(`${child.spawnargs.join(' ')} ${why}; it wrote:\n${said}`))
    const timer = setTimeout(() => fail(`was not ready within ${readyWithinMs / 1000} s`), readyWithinMs)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (ready?.test(said) !== true) return
      clearTimeout(timer)
      resolve(() => said)
    }
    if (ready === null) {
      clearTimeout(timer)
      resolve(() => said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code}`)
    })
  })
}

/** A port of loopback that nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
