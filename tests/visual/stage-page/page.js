import { createScene } from './scene.js'

const canvas = document.createElement('canvas')
canvas.style.cssText = 'position:fixed;inset:0;width:100%;height:100%'
document.body.append(canvas)
const options = {
  widthPx: innerWidth,
  heightPx: innerHeight,
  pixelRatio: devicePixelRatio,
  count: Number(new URLSearchParams(location.search).get('count')),
}
globalThis.events = []
const onEvent = (event) => events.push(event.type === 'missing-frame' ? event.frame : event.type)

/** Calls the scene wherever it runs. */
globalThis.call = location.search.includes('worker') ? await inWorker() : await onPage()
globalThis.isReady = true

async function onPage() {
  const scene = await createScene(canvas, options, onEvent)
  return async (name, ...args) => scene[name](...args)
}

async function inWorker() {
  const worker = new Worker(new URL('./scene.worker.js', import.meta.url), { type: 'module' })
  const waiting = new Map()
  worker.addEventListener('message', ({ data }) => {
    if (data.event) return onEvent(data.event)
    const { resolve, reject } = waiting.get(data.id)
    if (data.error) reject(new Error(data.error))
    else resolve(data.value)
  })
  let last = 0
  const send = (name, args, transfer) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      worker.postMessage({ id: last, name, args }, transfer)
    })
  const offscreen = canvas.transferControlToOffscreen()
  await send('create', [offscreen, options], [offscreen])
  return (name, ...args) => send(name, args, [])
}
