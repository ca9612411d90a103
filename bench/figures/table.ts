import type { Figure } from './figure.ts'
import { axeViolations } from './rows/axe-violations.ts'
import { firstScreenKb } from './rows/first-screen-kb.ts'
import { firstStepKb } from './rows/first-step-kb.ts'
import { importCycles } from './rows/import-cycles.ts'
import { killLost } from './rows/kill-lost.ts'
import { seenStepMs } from './rows/seen-step-ms.ts'
import { serverIdleMb } from './rows/server-idle-mb.ts'
import { streamP95Ms } from './rows/stream-p95-ms.ts'
import { upwardImports } from './rows/upward-imports.ts'

/** Every figure of the project, in the order of the board. A row names its bar and the fault that it must see; its measurement is loaded when it is run. */
export const figures: readonly Figure[] = [
  firstScreenKb,
  firstStepKb,
  streamP95Ms,
  seenStepMs,
  upwardImports,
  importCycles,
  serverIdleMb,
  killLost,
  axeViolations,
]
