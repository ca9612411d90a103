import { fileURLToPath } from 'node:url'
import { announce } from './announce.ts'
import { readConfig } from './config.ts'
import { createServerLog } from './server-log.ts'
import { startServer } from './start-server.ts'

const assetsDir = fileURLToPath(new URL('../assets', import.meta.url))
const distDir = fileURLToPath(new URL('../dist', import.meta.url))

try {
  const config = readConfig(process.env, process.argv.slice(2))
  const server = await startServer(config, { assetsDir, distDir }, createServerLog(config.logLevel))
  process.stdout.write(announce(server, config))
  let isStopping = false
  const stop = async () => {
    // A second signal does not wait.
    if (isStopping) process.exit(1)
    isStopping = true
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`Balai could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof Error && !(error instanceof TypeError) && error.stack !== undefined) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}
