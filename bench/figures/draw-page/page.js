import { createStage } from '@balai/engine/render'
import { loadHall } from '../../peers/drawing/drawing-page/hall.js'
import { createWalkers, sight } from '../../peers/drawing/drawing-page/walkers.js'

const gestures = [{ pose: 'speak', seconds: null, bubble: 'Permisi, numpang tanya' }]

/** Draws the hall with so many people who walk in view, and everything at once that can lie over and under them; the stage's figures then. */
globalThis.drawAll = async (people, frames) => {
  const canvas = document.createElement('canvas')
  canvas.width = sight.widthPx / 2
  canvas.height = sight.heightPx / 2
  document.body.append(canvas)
  const hall = await loadHall()
  const stage = await createStage({
    ...hall.art,
    canvas,
    widthPx: canvas.width,
    heightPx: canvas.height,
    pixelRatio: 1,
    reducedMotion: false,
    gestures,
    onEvent() {},
  })
  const counters = hall.map.zones.filter(({ kind }) => kind === 'counter')
  stage.loadMap(
    hall.map,
    counters.map(({ properties }) => ({
      x: properties.signX,
      z: properties.signZ,
      heightM: properties.signY,
      wingFrame: properties.sign,
      label: properties.label,
      title: properties.tenant,
    })),
  )
  const { names, step, view } = createWalkers(hall.map, people, hall.middle)
  names.forEach((name, i) => stage.setName(view.netId[i], name))
  for (let i = 0; i < people; i += 20) view.gesture[i] = 1
  const start = hall.map.zones.find(({ kind }) => kind === 'start')
  stage.zoomBy(0.001)
  stage.highlightZone(start)
  stage.showTarget({ x: start.x0, z: start.z0 })
  stage.setWay(Float32Array.of(start.x0, start.z0, start.x0 - 6, start.z0 - 4))
  let most = 0
  for (let frame = 0; frame < frames; frame++) {
    step()
    stage.draw(view, frame * 16, frame)
    most = Math.max(most, stage.stats().drawCalls)
  }
  return { ...stage.stats(), drawCalls: most }
}
globalThis.isReady = true
