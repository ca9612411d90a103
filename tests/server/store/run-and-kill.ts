import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const childFile = fileURLToPath(new URL('kill-child.ts', import.meta.url))

/**
 * Runs a process that appends to the database `file` until it has acknowledged `enough` writes, and kills it -9.
 * @returns the newest acknowledged version of each stream
 */
export function runAndKill(file: string, round: number, enough: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [childFile, file, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const acknowledged = new Map<string, number>()
  let rest = ''
  let count = 0
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [stream, version] = line.split(' ')
      acknowledged.set(stream, Number(version))
      count++
    }
    if (count >= enough) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      process.off('exit', end)
      if (signal === 'SIGKILL') resolve(acknowledged)
      else reject(new Error('the child ended by itself'))
    })
  })
}
