import { mount } from '@balai/engine'

const map = await (await fetch('/plaza.tmj')).json()

/** Mounts a scene in an element of its own until these events have come; `dispose` then takes all of it away. */
globalThis.mountOnce = async (socketUrl, events) => {
  const element = document.createElement('div')
  // Set on the object, as a content policy wants it.
  Object.assign(element.style, { width: '320px', height: '240px' })
  document.body.append(element)
  const waiting = new Set(events)
  let stand
  const stands = new Promise((resolve) => {
    stand = resolve
  })
  const onEvent = ({ type }) => {
    waiting.delete(type)
    if (waiting.size === 0) stand()
  }
  const scene = await mount(element, { map, socketUrl, onEvent })
  await stands
  globalThis.dispose = () => {
    scene.dispose()
    element.remove()
    globalThis.dispose = null
  }
}
globalThis.isReady = true
