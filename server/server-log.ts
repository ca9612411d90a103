import { pino, type Logger } from 'pino'

/**
 * The server's log: JSON lines on standard output. Of an error it keeps kind, code, message and place; never its `details`,
 * which may hold what a person typed.
 */
export function createServerLog(level: string): Logger {
  const plain = (error: unknown): unknown => {
    if (!(error instanceof Error)) return error
    const { name, message, stack, cause } = error
    return { type: name, code: (error as { code?: unknown }).code, message, stack, cause: cause === undefined ? undefined : plain(cause) }
  }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: plain, err: plain } })
}
