import { createRng, directionX, directionZ } from '@balai/engine/core'
import { createStage } from '@balai/engine/render'
import { createFrameView, pose } from '@balai/engine/snapshot'
import { parseTiledMap } from '@balai/engine/space'
import sheet from '../../../assets/art/packed/sheet.json'
import kutai from '../../../assets/art/packed/theme-kutai.json'
import { artOfSheet } from '../../../assets/art/scene-art.ts'
import mapText from '../../../assets/maps/kukar.tmj?raw'

/** The hall with `count` people who walk about; the same in a worker and on the page. */
export async function createScene(canvas, { widthPx, heightPx, pixelRatio, count }, onEvent) {
  const map = parseTiledMap(JSON.parse(mapText))
  const redraw = async () => {
    stage.changeArt(await artOfSheet(sheet, kutai, 2), { pixelRatio, withLight: true })
    onEvent({ type: 'art-changed' })
  }
  const stage = await createStage({
    ...(await artOfSheet(sheet, kutai, 2)),
    canvas,
    widthPx,
    heightPx,
    pixelRatio,
    reducedMotion: false,
    onEvent(event) {
      onEvent(event)
      // The sheet went with the context.
      if (event.type === 'context-restored') void redraw()
    },
  })
  const counters = map.zones.filter((zone) => typeof zone.properties.sign === 'string')
  stage.loadMap(
    map,
    counters.map(({ properties }) => ({
      x: properties.signX,
      z: properties.signZ,
      heightM: properties.signY,
      wingFrame: properties.sign,
      label: properties.label ?? '',
      title: properties.tenant ?? '',
    })),
  )
  const view = populate(map, count, stage)
  let nowMs = 0
  return {
    /** Draws `frames` frames, with everybody a step on before each if `isMoving`; how many were drawn, and the stage's figures. */
    run(frames, isMoving) {
      let drawn = 0
      for (let frame = 0; frame < frames; frame++) {
        if (isMoving) walk(view, map)
        nowMs += 16
        if (stage.draw(view, nowMs, frame)) drawn++
      }
      return { drawn, ...stage.stats() }
    },
    loseContext() {
      const handle = canvas.getContext('webgl2').getExtension('WEBGL_lose_context')
      handle.loseContext()
      setTimeout(() => handle.restoreContext(), 50)
    },
    zoomBy: stage.zoomBy,
    pick: stage.pick,
  }
}

function populate(map, count, stage) {
  const random = createRng(5)
  const view = createFrameView(Math.max(count, 1))
  const start = map.zones.find((zone) => zone.kind === 'start')
  while (view.count < count) {
    const x = view.count === 0 ? (start.x0 + start.x1) / 2 : random() * map.columns
    const z = view.count === 0 ? (start.z0 + start.z1) / 2 : random() * map.rows
    if (isSolid(map, x, z)) continue
    const i = view.count++
    view.netId[i] = 65_536 + i
    view.look[i] = Math.floor(random() * 2 ** 32)
    view.facing[i] = Math.floor(random() * 32)
    view.pose[i] = i % 4 === 0 ? pose.stand : pose.walk
    view.x[i] = x
    view.z[i] = z
    stage.setName(view.netId[i], i === 0 ? 'Siti Nurhaliza' : `Warga ${i}`)
  }
  view.ownIndex = 0
  return view
}

function walk(view, map) {
  for (let i = 1; i < view.count; i++) {
    if (view.pose[i] !== pose.walk) continue
    const x = view.x[i] + directionX[view.facing[i]] * 0.02
    const z = view.z[i] + directionZ[view.facing[i]] * 0.02
    if (isSolid(map, x, z)) {
      view.facing[i] = (view.facing[i] + 11) % 32
      continue
    }
    view.x[i] = x
    view.z[i] = z
    view.walkedM[i] += 0.02
  }
}

const isSolid = (map, x, z) =>
  x < 0 || z < 0 || x > map.columns || z > map.rows || map.solids.some((box) => x > box.x0 && x < box.x1 && z > box.z0 && z < box.z1)
