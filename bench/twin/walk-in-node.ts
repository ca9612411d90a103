import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TwinResult, Walker } from './twin-run.ts'

const program = fileURLToPath(new URL('node-walker.ts', import.meta.url))

/** Starts a Node of its own, which runs the sources as the server does, with Rapier's package as it is. @param command the Node, and what runs it */
export async function openNodeWalker([command, ...args]: readonly string[]): Promise<Walker> {
  const child = spawn(command, [...args, program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const kill = (): void => void child.kill()
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  failed.catch(() => undefined)
  // A write to a program that has ended fails here; that it has ended is seen at its output.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), failed])
    if (line.done === true) throw new Error(`${command} ended before it answered: see the lines above`)
    return JSON.parse(line.value)
  }
  const close = async (): Promise<void> => {
    kill()
    process.off('exit', kill)
    await Promise.race([ended, failed.catch(() => undefined)])
  }
  try {
    const by = String(await hear())
    return {
      by,
      walk(run) {
        child.stdin.write(`${JSON.stringify(run)}\n`)
        return hear() as Promise<TwinResult>
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
