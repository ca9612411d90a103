import { mount, planMap } from '@balai/engine'

const map = planMap(['......', '..ss..', '......'])
const element = document.createElement('div')
document.body.append(element)

/** Mounts a place with this theme until the own avatar has been drawn; what went wrong, or null. */
globalThis.open = async (socketUrl, theme, height) => {
  Object.assign(element.style, { width: '400px', height: `${height}px` })
  let seen
  const isSeen = new Promise((resolve) => {
    seen = resolve
  })
  try {
    globalThis.scene = await mount(element, {
      map,
      theme,
      socketUrl,
      look: 1,
      label: 'A small place',
      onEvent: (event) => event.type === 'own-seen' && seen(),
    })
  } catch (error) {
    return `${error.name} ${error.code ?? ''}: ${error.message}`
  }
  await isSeen
  return null
}
globalThis.isReady = true
