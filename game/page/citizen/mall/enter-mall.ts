import { mountScene, type Scene, type SceneEvent } from '@balai/engine/host/browser'
import { worldSocketPath, type CatalogueResponse, type Region } from '../../../api/index.ts'
import { readMall, toMallEvent, type Mall } from '../../../mall/index.ts'
import { loadMallFiles } from './mall-files.ts'
import type { MallViewEvent } from './mall-event.ts'
import { createProbe } from './probe.ts'

export type EnterMallOptions = {
  readonly region: Region
  /** Of that region; it may still be on its way. */
  readonly catalogue: Promise<CatalogueResponse>
  /** 32 bits, as `assets/art/look.ts` packs them. */
  readonly look: number
  readonly reducedMotion: boolean
  readonly onEvent: (event: MallViewEvent) => void
}

/** A mall that one stands in. Free it with `scene.dispose()`. */
export type EnteredMall = { readonly scene: Scene; readonly mall: Mall }

/**
 * Puts a region's mall into `element`, which has a size: the engine's door, the region's map, and the bridge from zones to counters.
 * @throws CodedError or MallError when map, pictures, WebGL or a thread is missing; nothing is left behind then.
 */
export async function enterMall(element: HTMLElement, options: EnterMallOptions): Promise<EnteredMall> {
  const { region, onEvent } = options
  const [catalogue, files] = await Promise.all([options.catalogue, loadMallFiles(region)])
  // The server checks the ways when it starts.
  const mall = readMall({ region, catalogue, map: files.map })
  const probe = createProbe()
  const scene = await mountScene(element, {
    ...files,
    signs: mall.signs.map(({ wing, ...sign }) => ({ ...sign, wingFrame: `sign/${wing}` })),
    socketUrl: worldSocketUrl(region.slug),
    look: options.look,
    reducedMotion: options.reducedMotion,
    workers: {
      sim: () => new Worker(new URL('../../../../workers/sim.worker.ts', import.meta.url), { type: 'module', name: 'sim' }),
      render: () => new Worker(new URL('../../../../workers/render.worker.ts', import.meta.url), { type: 'module', name: 'render' }),
      renderOnPage: async () => (await import('./render-on-page.ts')).renderOnPage(),
    },
    onEvent: (event) => {
      probe.observe(event)
      const told = translate(mall, event)
      if (told) onEvent(told)
    },
  })
  probe.attach(scene)
  return { scene, mall }
}

function translate(mall: Mall, event: SceneEvent): MallViewEvent | null {
  switch (event.type) {
    case 'entered':
    case 'context-restored':
      return { type: 'ready' }
    case 'reconnecting':
      return { type: 'reconnecting' }
    case 'refused':
      return { type: 'refused' }
    case 'context-lost':
      return { type: 'failed' }
    case 'zone': {
      const zone = mall.map.zones[event.zone]
      const told = zone ? toMallEvent(mall, { type: event.kind, zone }) : null
      return told && 'counter' in told ? { type: told.type, counter: told.counter.id } : told
    }
    default:
      return null
  }
}

function worldSocketUrl(region: string): string {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return `${scheme}//${location.host}${worldSocketPath}?region=${region}`
}
