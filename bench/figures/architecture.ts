import { fileURLToPath } from 'node:url'
import { checkArchitecture } from '../../tests/architecture/check.ts'
import { readTree } from '../../tests/architecture/read-tree.ts'
import type { Measurement } from './figure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const upwardRules = new Set(['layer', 'door', 'importer', 'unlayered'])

/** Imports that do not go down the layers, come in by a side door or a second importer, or lie in no layer. n: files seen. */
export async function countUpwardImports(): Promise<Measurement> {
  return count((rule) => upwardRules.has(rule))
}

/** Groups of files that import each other in a circle. n: files seen. */
export async function countImportCycles(): Promise<Measurement> {
  return count((rule) => rule === 'cycle')
}

function count(isCounted: (rule: string) => boolean): Measurement {
  const report = checkArchitecture(readTree(root))
  const found = report.violations.filter(({ rule }) => isCounted(rule))
  for (const { file, message } of found) process.stderr.write(`${file}: ${message}\n`)
  return { value: found.length, n: report.files }
}
