import type { SceneWorkers } from '../scene-threads.ts'

/** The engine's own threads. Bundlers know this way of asking for a worker and bring the files along. */
export const packagedWorkers: SceneWorkers = {
  sim: () => new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module', name: 'sim' }),
  render: () => new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module', name: 'render' }),
  renderOnPage: async () => (await import('./render-on-page.ts')).renderOnPage(),
}
