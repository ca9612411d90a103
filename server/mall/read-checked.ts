import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Reads JSON that has to fit a schema. @throws TypeError that names the file and the path in it */
export function readChecked<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(readJson(file))
  if (!parsed.success) throw new TypeError(`${file} cannot be used:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** @throws TypeError that names the file */
export function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TypeError(`${file} must be JSON: ${String(error)}`, { cause: error })
  }
}
