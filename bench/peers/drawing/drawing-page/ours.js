import { createStage } from '@balai/engine/render'

/** The product's own drawing, as its thread calls it. */
export async function createOurs({ canvas, hall, walkers }) {
  const stage = await createStage({
    ...hall.art,
    canvas,
    widthPx: canvas.width,
    heightPx: canvas.height,
    pixelRatio: 1,
    reducedMotion: false,
    onEvent() {},
  })
  stage.loadMap(hall.map, [])
  walkers.names.forEach((name, i) => stage.setName(walkers.view.netId[i], name))
  walkers.view.ownIndex = -1
  let nowMs = 0
  // As far out as it goes: two pixels of the projection for one of the canvas.
  stage.zoomBy(0.001)
  return {
    frame() {
      nowMs += 16
      stage.draw(walkers.view, nowMs, nowMs)
    },
    stats: () => stage.stats(),
    dispose: () => stage.dispose(),
  }
}
