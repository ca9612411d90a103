import { mount, type Scene, type SceneEvent } from '@balai/engine'
import type { StampNews } from './stamps.ts'
import { theme } from './theme.ts'

const stalls = 3
const main = document.querySelector('main')!
const template = document.querySelector('template')!
const enterButton = document.querySelector<HTMLButtonElement>('.enter')!

enterButton.addEventListener('click', () => void enter())

/** One more view of the square: a person of its own, with its own threads. Any number may be open. */
async function enter(): Promise<void> {
  const view = template.content.firstElementChild!.cloneNode(true) as HTMLElement
  const part = (name: string): HTMLElement => view.querySelector<HTMLElement>(`.${name}`)!
  main.append(view)
  let own = 0
  let scene: Scene | null = null

  const onEvent = (event: SceneEvent): void => {
    if (event.type === 'entered') {
      own = event.netId
      part('status').textContent = 'Tap the square to walk, or use the arrow keys'
    } else if (event.type === 'zone' && event.zoneKind !== 'start') {
      part('status').textContent = event.kind === 'entered' ? `You are at ${event.name}` : `You left ${event.name}`
      scene?.highlightZone(event.kind === 'entered' ? event.zone : -1)
    } else if (event.type === 'extension' && event.netId === own) {
      const { stall, stamps } = event.data as StampNews
      part('card').textContent = `Stamp from ${stall}: ${stamps} of ${stalls}`
    } else if (event.type === 'reconnecting') part('status').textContent = 'The line is gone; trying again …'
  }

  try {
    const map: unknown = await (await fetch(new URL('../plaza.tmj', import.meta.url))).json()
    scene = await mount(part('picture'), {
      map,
      theme,
      socketUrl: new URL('/walk', location.href.replace(/^http/, 'ws')).href,
      label: 'The market square, seen from above',
      workers: { sim: () => new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module' }) },
      onEvent,
    })
  } catch (error) {
    part('status').textContent = `The square cannot be shown: ${String(error)}`
  }
  part('leave').addEventListener('click', () => {
    scene?.dispose()
    view.remove()
  })
}
