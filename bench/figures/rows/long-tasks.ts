import type { Figure } from '../figure.ts'

export const longTasks: Figure = {
  key: 'long_tasks',
  unit: 'tasks',
  bar: 0,
  leastSamples: 200,
  needsPages: true,
  measure: async () => (await import('../long-tasks.ts')).measureLongTasks(),
  fault: {
    description: 'the page works out anew where one can walk whenever the avatar has moved',
    edits: [
      {
        file: 'engine/host/browser/mount-scene.ts',
        find: "      if (event.type === 'name') void render.calls.setName(event.netId, event.name)\n",
        replace: `      if (event.type === 'name') void render.calls.setName(event.netId, event.name)
      if (event.type === 'moved') loadPlace(map)
`,
      },
      {
        file: 'engine/host/browser/mount-scene.ts',
        find: "import { createPhysicsTiming } from './physics-timing.ts'\n",
        replace: "import { loadPlace } from '../place.ts'\nimport { createPhysicsTiming } from './physics-timing.ts'\n",
      },
    ],
  },
}
