import type { Figure } from './figure.ts'
import { axeViolations } from './rows/axe-violations.ts'
import { contactAllocBytes } from './rows/contact-alloc-bytes.ts'
import { corrections } from './rows/corrections.ts'
import { cpuVsColyseus } from './rows/cpu-vs-colyseus.ts'
import { crowdOneCore } from './rows/crowd-one-core.ts'
import { disposeLeak } from './rows/dispose-leak.ts'
import { downCitizensBps } from './rows/down-citizens-bps.ts'
import { downCitizensP99Bps } from './rows/down-citizens-p99-bps.ts'
import { downFramesPerS } from './rows/down-frames-per-s.ts'
import { downRoamBps } from './rows/down-roam-bps.ts'
import { embedLines } from './rows/embed-lines.ts'
import { firstScreenKb } from './rows/first-screen-kb.ts'
import { firstStepKb } from './rows/first-step-kb.ts'
import { firstWallKb } from './rows/first-wall-kb.ts'
import { hostileCrashes } from './rows/hostile-crashes.ts'
import { importCycles } from './rows/import-cycles.ts'
import { killLost } from './rows/kill-lost.ts'
import { memVsColyseus } from './rows/mem-vs-colyseus.ts'
import { netFuzzDiverged } from './rows/net-fuzz-diverged.ts'
import { rapierKb } from './rows/rapier-kb.ts'
import { seenStepMs } from './rows/seen-step-ms.ts'
import { serverIdleMb } from './rows/server-idle-mb.ts'
import { streamP95Ms } from './rows/stream-p95-ms.ts'
import { tickAllocBytes } from './rows/tick-alloc-bytes.ts'
import { twinMismatch } from './rows/twin-mismatch.ts'
import { upBps } from './rows/up-bps.ts'
import { upwardImports } from './rows/upward-imports.ts'

/** Every figure of the project, in the order of the board. A row names its bar and the fault that it must see; its measurement is loaded when it is run. */
export const figures: readonly Figure[] = [
  firstScreenKb,
  firstStepKb,
  firstWallKb,
  streamP95Ms,
  seenStepMs,
  twinMismatch,
  netFuzzDiverged,
  hostileCrashes,
  tickAllocBytes,
  contactAllocBytes,
  rapierKb,
  upwardImports,
  importCycles,
  serverIdleMb,
  killLost,
  axeViolations,
  embedLines,
  disposeLeak,
  downCitizensBps,
  downCitizensP99Bps,
  downRoamBps,
  downFramesPerS,
  upBps,
  corrections,
  crowdOneCore,
  cpuVsColyseus,
  memVsColyseus,
]
