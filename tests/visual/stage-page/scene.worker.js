import { createScene } from './scene.js'

let scene
self.addEventListener('message', async ({ data: { id, name, args } }) => {
  try {
    if (name === 'create') scene = await createScene(args[0], args[1], (event) => self.postMessage({ event }))
    self.postMessage({ id, value: name === 'create' ? null : scene[name](...args) })
  } catch (error) {
    self.postMessage({ id, error: String(error.stack ?? error) })
  }
})
