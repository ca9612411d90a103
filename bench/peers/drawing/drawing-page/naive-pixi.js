import { Application, BitmapFont, BitmapText, Container, ImageSource, Rectangle, Sprite, Texture } from 'pixi.js'
import { picturesOf, scale } from './hall.js'
import { sight } from './walkers.js'

/** Pixi as one begins with it: a sprite for each picture, a container for each person, the children sorted for every frame. */
export async function createNaivePixi({ canvas, hall, walkers }) {
  const app = new Application()
  await app.init({ canvas, width: canvas.width, height: canvas.height, autoStart: false, antialias: false, preference: 'webgl' })
  const source = new ImageSource({ resource: hall.art.atlas.image, alphaMode: 'premultiplied-alpha' })
  const textures = new Map()
  const find = (name) => {
    let texture = textures.get(name)
    if (texture === undefined) {
      const { anchor, frame } = hall.art.atlas.json.frames[name]
      texture = new Texture({ source, frame: new Rectangle(frame.x, frame.y, frame.w, frame.h), defaultAnchor: anchor })
      textures.set(name, texture)
    }
    return texture
  }
  const put = (name, x, y, into) => {
    const sprite = new Sprite(find(name))
    sprite.scale.set(1 / scale)
    sprite.position.set(x, y)
    into.addChild(sprite)
    return sprite
  }
  const world = new Container()
  world.scale.set(canvas.width / sight.widthPx)
  world.position.set(canvas.width / 2 - hall.middle.x * world.scale.x, canvas.height / 2 - hall.middle.y * world.scale.y)
  const floor = new Container()
  for (const { frame, x, y } of hall.floor) put(frame, x, y, floor)
  const things = new Container({ sortableChildren: true })
  for (const { depth, frame, x, y } of hall.standing) put(frame, x, y, things).zIndex = depth
  world.addChild(floor, things)
  app.stage.addChild(world)
  BitmapFont.install({ name: 'names', style: { fontFamily: 'system-ui, sans-serif', fontSize: 24, fontWeight: '600', fill: '#241F1B' } })
  const { view } = walkers
  const people = walkers.names.map((name, i) => {
    const person = new Container()
    const layers = hall.art.people.layersOf(view.look[i]).map((layer) => ({ layer, sprite: new Sprite({ tint: layer.tint }) }))
    for (const { sprite } of layers) person.addChild(sprite)
    const label = new BitmapText({ text: name, style: { fontFamily: 'names', fontSize: 24 } })
    label.anchor.set(0.5, 1)
    label.y = -hall.art.people.heightPx
    person.addChild(label)
    things.addChild(person)
    return { person, layers, label }
  })
  const dress = (i) => {
    const { direction, side, step } = picturesOf(hall.art, view, i)
    for (const { layer, sprite } of people[i].layers) {
      const frame = layer.pictureOf(direction, 1, step)
      sprite.visible = frame !== null
      if (frame === null) continue
      sprite.texture = find(frame.frame)
      sprite.anchor.copyFrom(sprite.texture.defaultAnchor)
      sprite.scale.set(side / scale, 1 / scale)
      sprite.position.set(frame.dx * side, frame.dy)
    }
  }
  return {
    /** With fewer names than people only so many are written. */
    showNames(count) {
      people.forEach(({ label }, i) => {
        label.visible = i < count
      })
    },
    frame() {
      for (let i = 0; i < view.count; i++) {
        const { person } = people[i]
        person.position.set((view.x[i] - view.z[i]) * 32, (view.x[i] + view.z[i]) * 16)
        person.zIndex = view.x[i] + view.z[i]
        dress(i)
      }
      app.render()
    },
    stats: () => ({ sprites: hall.floor.length + things.children.length }),
    dispose: () => app.destroy(),
  }
}
