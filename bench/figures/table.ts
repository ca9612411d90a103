import type { Figure } from './figure.ts'
import { alterationsMissed } from './rows/alterations-missed.ts'
import { artHighKb } from './rows/art-high-kb.ts'
import { artLowKb } from './rows/art-low-kb.ts'
import { axeViolations } from './rows/axe-violations.ts'
import { boardMs } from './rows/board-ms.ts'
import { contactAllocBytes } from './rows/contact-alloc-bytes.ts'
import { contrastFailures } from './rows/contrast-failures.ts'
import { corrections } from './rows/corrections.ts'
import { cpuVsColyseus } from './rows/cpu-vs-colyseus.ts'
import { crowdOneCore } from './rows/crowd-one-core.ts'
import { disposeLeak } from './rows/dispose-leak.ts'
import { downCitizensBps } from './rows/down-citizens-bps.ts'
import { downCitizensP99Bps } from './rows/down-citizens-p99-bps.ts'
import { downFramesPerS } from './rows/down-frames-per-s.ts'
import { downRoamBps } from './rows/down-roam-bps.ts'
import { drawCalls } from './rows/draw-calls.ts'
import { embedLines } from './rows/embed-lines.ts'
import { firstScreenKb } from './rows/first-screen-kb.ts'
import { firstStepKb } from './rows/first-step-kb.ts'
import { firstWallKb } from './rows/first-wall-kb.ts'
import { frameVsNaivePixi } from './rows/frame-vs-naive-pixi.ts'
import { frameVsPhaser } from './rows/frame-vs-phaser.ts'
import { hostileCrashes } from './rows/hostile-crashes.ts'
import { hostileFilesAccepted } from './rows/hostile-files-accepted.ts'
import { idleCpu } from './rows/idle-cpu.ts'
import { idleFrames } from './rows/idle-frames.ts'
import { importCycles } from './rows/import-cycles.ts'
import { killLost } from './rows/kill-lost.ts'
import { blankspotOverhead } from './rows/blankspot-overhead.ts'
import { caseTaps } from './rows/case-taps.ts'
import { kioskTouches } from './rows/kiosk-touches.ts'
import { longTasks } from './rows/long-tasks.ts'
import { memVsColyseus } from './rows/mem-vs-colyseus.ts'
import { netFuzzDiverged } from './rows/net-fuzz-diverged.ts'
import { powercutLost } from './rows/powercut-lost.ts'
import { queueFuzzBroken } from './rows/queue-fuzz-broken.ts'
import { caseRulesUntested } from './rows/case-rules-untested.ts'
import { queueRulesUntested } from './rows/queue-rules-untested.ts'
import { rapierKb } from './rows/rapier-kb.ts'
import { routesWronglyOpen } from './rows/routes-wrongly-open.ts'
import { seenStepMs } from './rows/seen-step-ms.ts'
import { serverIdleMb } from './rows/server-idle-mb.ts'
import { skmWrong } from './rows/skm-wrong.ts'
import { slowFirstStepS } from './rows/slow-first-step-s.ts'
import { slowListS } from './rows/slow-list-s.ts'
import { streamP95Ms } from './rows/stream-p95-ms.ts'
import { tabLeak } from './rows/tab-leak.ts'
import { tabMb } from './rows/tab-mb.ts'
import { tickAllocBytes } from './rows/tick-alloc-bytes.ts'
import { ticketsLoopP99Ms } from './rows/tickets-loop-p99-ms.ts'
import { ticketsPerS } from './rows/tickets-per-s.ts'
import { twinMismatch } from './rows/twin-mismatch.ts'
import { upBps } from './rows/up-bps.ts'
import { uploadIntact } from './rows/upload-intact.ts'
import { upwardImports } from './rows/upward-imports.ts'
import { waitInRange } from './rows/wait-in-range.ts'
import { waitMedianError } from './rows/wait-median-error.ts'
import { waitRangeWidth } from './rows/wait-range-width.ts'

/** Every figure of the project, in the order of the board. A row names its bar and the fault that it must see; its measurement is loaded when it is run. */
export const figures: readonly Figure[] = [
  firstScreenKb,
  firstStepKb,
  firstWallKb,
  slowListS,
  slowFirstStepS,
  artLowKb,
  artHighKb,
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
  powercutLost,
  uploadIntact,
  hostileFilesAccepted,
  queueRulesUntested,
  caseRulesUntested,
  queueFuzzBroken,
  ticketsPerS,
  ticketsLoopP99Ms,
  waitInRange,
  waitMedianError,
  waitRangeWidth,
  kioskTouches,
  caseTaps,
  blankspotOverhead,
  alterationsMissed,
  skmWrong,
  routesWronglyOpen,
  boardMs,
  axeViolations,
  contrastFailures,
  embedLines,
  disposeLeak,
  drawCalls,
  frameVsNaivePixi,
  frameVsPhaser,
  idleCpu,
  idleFrames,
  longTasks,
  tabLeak,
  tabMb,
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
