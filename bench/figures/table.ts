import type { Figure } from './figure.ts'

/** Every figure of the project, its bar, and the fault that it must see. Measurements are loaded when they are run. */
export const figures: readonly Figure[] = [
  {
    key: 'first_screen_kb',
    unit: 'kB',
    bar: 60,
    leastSamples: 3,
    needsPages: true,
    measure: async () => (await import('./first-screen-kb.ts')).measureFirstScreenKb(),
    fault: {
      description: "the mall's code and its drawing thread come with the page",
      edits: [
        {
          file: 'game/page/citizen/main.tsx',
          find: '\n}\n\nstart()\n',
          replace: `
}

start()
void import('./mall/index.ts')
void new Worker(new URL('../../../workers/render.worker.ts', import.meta.url), { type: 'module' })
`,
        },
      ],
    },
  },
  {
    key: 'first_step_kb',
    unit: 'kB',
    bar: 900,
    leastSamples: 8,
    needsPages: true,
    measure: async () => (await import('./first-step-kb.ts')).measureFirstStepKb(),
    fault: {
      description: 'built files are sent as they are, though a packed copy lies beside each',
      edits: [{ file: 'server/page/page-routes.ts', find: 'preCompressed: true', replace: 'preCompressed: false' }],
    },
  },
  {
    key: 'stream_p95_ms',
    unit: 'ms',
    bar: 2000,
    leastSamples: 500,
    needsPages: false,
    measure: async () => (await import('./stream-p95.ts')).measureStreamP95(),
    fault: {
      description: "the viewer's player keeps four seconds behind the live edge instead of one",
      edits: [{ file: 'game/page/citizen/watch/hls-player.ts', find: 'liveSyncDuration: 1,', replace: 'liveSyncDuration: 4,' }],
    },
  },
  {
    key: 'seen_step_ms',
    unit: 'ms',
    bar: 200,
    leastSamples: 50,
    needsPages: true,
    measure: async () => (await import('./seen-step-ms.ts')).measureSeenStepMs(),
    fault: {
      description: 'the server tells viewers the news once a second only',
      edits: [
        {
          file: 'engine/host/send-frames.ts',
          find: 'if (viewer.frameCredit >= frameCostTicks && sendFrame(hall, viewer))',
          replace: 'if (tick % 20 === 0 && sendFrame(hall, viewer))',
        },
      ],
    },
  },
  {
    key: 'upward_imports',
    unit: 'imports',
    bar: 0,
    leastSamples: 200,
    needsPages: false,
    measure: async () => (await import('./architecture.ts')).countUpwardImports(),
    fault: {
      description: "the engine's core imports from space, which lies above it",
      edits: [
        {
          file: 'engine/core/rng.ts',
          find: '/** A seeded source of randomness.',
          replace: "export type { SpaceMap } from '../space/index.ts'\n/** A seeded source of randomness.",
        },
      ],
    },
  },
  {
    key: 'import_cycles',
    unit: 'cycles',
    bar: 0,
    leastSamples: 200,
    needsPages: false,
    measure: async () => (await import('./architecture.ts')).countImportCycles(),
    fault: {
      description: 'two files of the core import each other',
      edits: [
        {
          file: 'engine/core/rng.ts',
          find: '/** A seeded source of randomness.',
          replace: "export type { NetId } from './net-id.ts'\n/** A seeded source of randomness.",
        },
        {
          file: 'engine/core/net-id.ts',
          find: "import { assert } from './assert.ts'",
          replace: "import { assert } from './assert.ts'\nexport type { Rng } from './rng.ts'",
        },
      ],
    },
  },
  {
    key: 'server_idle_mb',
    unit: 'MB',
    bar: 220,
    leastSamples: 20,
    needsPages: true,
    measure: async () => (await import('./server-idle-mb.ts')).measureServerIdleMb(),
    fault: {
      description: 'every region keeps eight megabytes of its own',
      edits: [
        {
          file: 'server/mall/malls.ts',
          find: '    countersByRegion.set(region.slug, counters)\n',
          replace: '    countersByRegion.set(region.slug, Object.assign([...counters], { kept: Buffer.alloc(8_000_000, 1) }))\n',
        },
      ],
    },
  },
  {
    key: 'kill_lost',
    unit: 'tickets',
    bar: 0,
    leastSamples: 5000,
    needsPages: true,
    measure: async () => (await import('./kill-lost.ts')).measureKillLost(),
    fault: {
      description: 'a ticket is acknowledged before the commit',
      edits: [{ file: 'server/queue/queue-actor.ts', find: '        await write\n', replace: '        write.catch(() => undefined)\n' }],
    },
  },
  {
    key: 'axe_violations',
    unit: 'elements',
    bar: 0,
    leastSamples: 12,
    needsPages: true,
    measure: async () => (await import('./axe-violations.ts')).measureAxeViolations(),
    fault: {
      description: 'secondary words are written in a grey too light for the paper',
      edits: [{ file: 'game/page/shared/tokens.css', find: '--ink-soft: #64544a;', replace: '--ink-soft: #b4a89e;' }],
    },
  },
]
