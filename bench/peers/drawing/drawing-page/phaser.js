import { AUTO, BlendModes, Game, WEBGL } from 'phaser'
import { picturesOf, scale } from './hall.js'
import { sight } from './walkers.js'

/** Phaser as one begins with it: an image for each picture, a container for each person, depths set and sorted for every frame. */
export async function createPhaser({ canvas, hall, walkers }) {
  const { view } = walkers
  const people = []
  let scene
  const game = await new Promise((resolve) => {
    const made = new Game({
      type: WEBGL ?? AUTO,
      canvas,
      width: canvas.width,
      height: canvas.height,
      banner: false,
      audio: { noAudio: true },
      disableContextMenu: false,
      input: false,
      render: { antialias: true, preserveDrawingBuffer: false },
      scene: {
        create() {
          scene = this
          build(this)
          resolve(made)
        },
      },
    })
  })
  game.loop.stop()

  function build(on) {
    const image = document.createElement('canvas')
    image.width = hall.art.atlas.image.width
    image.height = hall.art.atlas.image.height
    image.getContext('2d').drawImage(hall.art.atlas.image, 0, 0)
    const texture = on.textures.addCanvas('atlas', image)
    for (const [name, { anchor, frame }] of Object.entries(hall.art.atlas.json.frames)) {
      const added = texture.add(name, 0, frame.x, frame.y, frame.w, frame.h)
      added.customPivot = true
      added.pivotX = anchor.x
      added.pivotY = anchor.y
    }
    const camera = on.cameras.main
    camera.setZoom(canvas.width / sight.widthPx)
    camera.centerOn(hall.middle.x, hall.middle.y)
    for (const { frame, x, y } of hall.floor)
      on.add
        .image(x, y, 'atlas', frame)
        .setScale(1 / scale)
        .setDepth(-1)
    for (const { depth, frame, x, y } of hall.standing)
      on.add
        .image(x, y, 'atlas', frame)
        .setScale(1 / scale)
        .setDepth(depth)
    addFont(on)
    walkers.names.forEach((name, i) => {
      const layers = hall.art.people
        .layersOf(view.look[i])
        .map((layer) => ({ layer, image: on.add.image(0, 0, 'atlas').setTint(layer.tint) }))
      const label = on.add.bitmapText(0, -hall.art.people.heightPx, 'names', name, 24).setOrigin(0.5, 1)
      const person = on.add.container(0, 0, [...layers.map((one) => one.image), label])
      people.push({ person, layers, label })
    })
  }

  return {
    showNames(count) {
      people.forEach(({ label }, i) => label.setVisible(i < count))
    },
    frame() {
      for (let i = 0; i < view.count; i++) {
        const { layers, person } = people[i]
        person.setPosition((view.x[i] - view.z[i]) * 32, (view.x[i] + view.z[i]) * 16).setDepth(view.x[i] + view.z[i])
        const { direction, side, step } = picturesOf(hall.art, view, i)
        for (const { image, layer } of layers) {
          const frame = layer.pictureOf(direction, 1, step)
          image.setVisible(frame !== null)
          if (frame === null) continue
          image.setFrame(frame.frame, false, true)
          image.setScale(side / scale, 1 / scale).setPosition(frame.dx * side, frame.dy)
        }
      }
      game.step(performance.now(), 16)
    },
    stats: () => ({ sprites: scene.children.length, blend: BlendModes.NORMAL }),
    dispose: () => game.destroy(true, true),
  }
}

/** Phaser reads bitmap fonts from files; this one is drawn here, letter by letter, as its parser would leave it. */
function addFont(on) {
  const size = 24
  const letters = [...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
  const canvas = document.createElement('canvas')
  canvas.width = 512
  canvas.height = 256
  const context = canvas.getContext('2d')
  context.font = `600 ${size}px system-ui, sans-serif`
  context.textBaseline = 'alphabetic'
  context.fillStyle = '#241F1B'
  const height = Math.ceil(size * 1.4)
  const chars = {}
  let [x, y] = [0, 0]
  for (const letter of letters) {
    const advance = Math.ceil(context.measureText(letter).width)
    if (x + advance + 2 > canvas.width) {
      x = 0
      y += height
    }
    context.fillText(letter, x, y + size)
    chars[letter.charCodeAt(0)] = {
      x,
      y,
      width: advance,
      height,
      centerX: Math.floor(advance / 2),
      centerY: Math.floor(height / 2),
      xOffset: 0,
      yOffset: 0,
      xAdvance: advance,
      data: {},
      kerning: {},
      u0: x / canvas.width,
      v0: 1 - y / canvas.height,
      u1: (x + advance) / canvas.width,
      v1: 1 - (y + height) / canvas.height,
    }
    x += advance + 2
  }
  on.textures.addCanvas('names', canvas)
  on.cache.bitmapFont.add('names', {
    data: { font: 'names', size, lineHeight: height, retroFont: false, chars },
    texture: 'names',
    frame: null,
  })
}
