import { correctionReason, mountScene, type Quality, type Scene, type SceneEvent } from '@balai/engine/host/browser'
import { worldSocketPath, type CatalogueResponse, type Region } from '../../../api/index.ts'
import { mallGestures, readMall, storeyOf, toMallEvent, type Mall, type MallGesture, type Standpoint } from '../../../mall/index.ts'
import { pick, type Language } from '../../shared/index.ts'
import { createGuide, type Guide } from './guide.ts'
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
  readonly quality: Quality
  readonly language: Language
  /** What somebody says with a gesture, in the reader's language; null for a gesture without words. */
  readonly wordsOf: (gesture: MallGesture) => string | null
  /** One has come to where the guide led. */
  readonly onThere: Parameters<typeof createGuide>[1]
  readonly onEvent: (event: MallViewEvent) => void
}

/** A mall that one stands in. Free it with `scene.dispose()`. */
export type EnteredMall = { readonly scene: Scene; readonly mall: Mall; readonly guide: Guide }

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
  let guide: Guide | null = null
  const early: SceneEvent[] = []
  const lead = (to: Guide, event: SceneEvent) => {
    if (event.type === 'zone') to.zone(event.zone, event.kind === 'entered')
    const at = standpointOf(mall, event)
    if (at) to.moved(at)
  }
  const scene = await mountScene(element, {
    ...files,
    signs: mall.signs.map(({ frame, title, ...sign }) => ({ ...sign, wingFrame: frame, title: pick(title, options.language) })),
    gestures: mallGestures.map((gesture) => ({
      pose: gesture.pose,
      seconds: gesture.seconds,
      bubble: options.wordsOf(gesture) ?? undefined,
    })),
    quality: options.quality,
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
      if (guide) lead(guide, event)
      else early.push(event)
      const told = translate(mall, event)
      if (told) onEvent(told)
    },
  })
  const own = createGuide(scene, options.onThere)
  for (const event of early.splice(0)) lead(own, event)
  guide = own
  probe.attach(scene)
  return { scene, mall, guide: own }
}

function translate(mall: Mall, event: SceneEvent): MallViewEvent | null {
  switch (event.type) {
    case 'entered':
    case 'context-restored':
      return { type: 'ready' }
    case 'first-step':
      return { type: 'first-step' }
    case 'quality':
      return { type: 'quality', tier: event.tier }
    case 'reconnecting':
      return { type: 'reconnecting' }
    case 'refused':
      return { type: 'refused' }
    case 'corrected':
      return event.reason === correctionReason.closedZone ? { type: 'turned-back' } : null
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

/** Where the own avatar is, when the scene tells it. */
function standpointOf(mall: Mall, event: SceneEvent): Standpoint | null {
  return event.type === 'moved' ? { x: event.x, z: event.z, storey: storeyOf(mall.storeys, event.x, event.z).number } : null
}

function worldSocketUrl(region: string): string {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return `${scheme}//${location.host}${worldSocketPath}?region=${region}`
}
