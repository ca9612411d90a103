import { mount } from '@balai/engine'

const element = document.createElement('div')
Object.assign(element.style, { width: '400px', height: '300px' })
document.body.append(element)
globalThis.events = []
/** z of the own avatar in each frame drawn. */
globalThis.rows = []

/** Mounts the map; resolves when the own avatar has been drawn. */
globalThis.open = async (socketUrl, map, options) => {
  let seen
  const isSeen = new Promise((resolve) => {
    seen = resolve
  })
  let own = 0
  globalThis.scene = await mount(element, {
    ...options,
    map,
    socketUrl,
    look: 1,
    onEvent(event) {
      if (event.type === 'entered') own = event.netId
      if (event.type === 'drawn') {
        const at = [...event.people].findIndex((value, i) => i % 3 === 0 && value === own)
        if (at >= 0) rows.push(event.people[at + 2])
      } else events.push({ ...event, token: undefined })
      if (event.type === 'own-seen') seen()
    },
  })
  scene.reportFrames(true)
  await isSeen
}

/** As if the person looked at another page, or came back. */
globalThis.hide = (isHidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}
globalThis.isReady = true
