import { planMap } from '@balai/engine'
import { createStage, artOfTheme } from '@balai/engine/render'
import { avatarFlag, createFrameView, pose } from '@balai/engine/snapshot'
import { parseTiledMap } from '@balai/engine/space'
import { packLook } from '../../../assets/art/look.ts'
import sheet from '../../../assets/art/packed/sheet.json'
import { readyMade } from '../../../assets/art/ready-made.ts'
import { artOfSheet } from '../../../assets/art/scene-art.ts'
import { tierSettings } from '../../../engine/host/browser/quality.ts'

const scenes = import.meta.glob('../*.scene.ts', { eager: true, import: 'scene' })
const maps = import.meta.glob('../../../assets/maps/*.tmj', { query: '?raw', import: 'default' })
const themes = import.meta.glob('../../../assets/art/packed/theme-*.json', { import: 'default' })

/** By file name without ending. */
const byName = Object.fromEntries(Object.entries(scenes).map(([path, scene]) => [/([\w-]+)\.scene\.ts$/.exec(path)[1], scene]))
const gestureNames = ['wave', 'sit', 'point', 'ask', 'thank']
const gestures = [
  { pose: 'wave', seconds: null },
  { pose: 'sit', seconds: null },
  { pose: 'point', seconds: null },
  { pose: 'speak', seconds: null, bubble: 'Permisi, loket KTP di sebelah mana?' },
  { pose: 'speak', seconds: null, bubble: 'Terima kasih' },
]
/** What is kept is small; what is looked at is sharp. */
const keptPixelRatio = 1
const shownPixelRatio = 2

globalThis.sceneNames = Object.keys(byName)

/** Draws a scene on a canvas of its own and gives it back as a picture on a plain one: a page may have few that the graphics card draws. */
async function draw(name, pixelRatio) {
  const scene = byName[name]
  const [widthPx, heightPx] = scene.size
  const { atlasScale, mostPixelRatio, withLight } = tierSettings[scene.tier ?? 'high']
  const ratio = Math.min(pixelRatio, mostPixelRatio)
  const map = parseTiledMap(await loadMap(scene))
  const canvas = document.createElement('canvas')
  canvas.width = widthPx * ratio
  canvas.height = heightPx * ratio
  const missing = []
  const art = await loadArt(scene, map, atlasScale)
  const stage = await createStage({
    ...art,
    canvas,
    widthPx,
    heightPx,
    pixelRatio: ratio,
    withLight,
    gestures,
    reducedMotion: true,
    onEvent: (event) => event.type === 'missing-frame' && missing.push(event.frame),
  })
  stage.loadMap(map, signsOf(map))
  const [x, z] = placeOf(scene, map)
  const view = viewOf(scene, x, z, stage)
  if (scene.way !== undefined) stage.setWay(Float32Array.from(scene.way, (metres, i) => metres + (i % 2 === 0 ? x : z)))
  const beganMs = 1_800_000_000_000
  stage.draw(view, beganMs, 0)
  if (scene.zoom !== undefined) stage.zoomBy(scene.zoom)
  stage.zoomBy(1)
  stage.draw(view, beganMs + (scene.seconds ?? 0) * 1000, 0)
  const picture = document.createElement('canvas')
  picture.width = canvas.width
  picture.height = canvas.height
  picture.getContext('2d').drawImage(canvas, 0, 0)
  stage.dispose()
  if (missing.length > 0) throw new Error(`the sheet has no ${missing.join(', ')}`)
  return picture
}

/** The picture as PNG, base64. */
globalThis.drawScene = async (name) => (await draw(name, keptPixelRatio)).toDataURL('image/png').split(',')[1]

/** Shows all of them, under each other. */
globalThis.showAll = async () => {
  for (const name of sceneNames) {
    const figure = document.createElement('figure')
    const caption = document.createElement('figcaption')
    caption.textContent = `${name}: ${byName[name].shows}`
    figure.append(caption)
    document.body.append(figure)
    const canvas = await draw(name, shownPixelRatio).catch((error) => String(error))
    if (canvas instanceof HTMLCanvasElement) Object.assign(canvas.style, { width: `${byName[name].size[0]}px`, height: 'auto' })
    figure.append(canvas)
  }
}

async function loadMap({ map }) {
  if (typeof map === 'string') return JSON.parse(await maps[`../../../assets/maps/${map}.tmj`]())
  return planMap(map.plan, map.marks)
}

async function loadArt({ map, theme = 'kutai' }, parsed, atlasScale) {
  if (typeof map !== 'string') return artOfTheme({ atlasScale }, parsed)
  const colours = await themes[`../../../assets/art/packed/theme-${theme}.json`]()
  return artOfSheet(sheet, colours, atlasScale)
}

function placeOf({ place }, map) {
  if (typeof place !== 'string') return place
  const zone = map.zones.find(({ name }) => name === place)
  if (zone === undefined) throw new Error(`the map has no zone '${place}'`)
  return [(zone.x0 + zone.x1) / 2, (zone.z0 + zone.z1) / 2]
}

function viewOf({ camera, people = [] }, x, z, stage) {
  const view = createFrameView(Math.max(1, people.length))
  people.forEach(({ at, facing = 4, gesture, is, look = 'peci', name, walks }, i) => {
    view.netId[i] = 100 + i
    view.x[i] = x + at[0]
    view.z[i] = z + at[1]
    view.facing[i] = facing
    view.look[i] = typeof look === 'string' ? packLook(readyMade[look]) : look
    view.pose[i] = walks ? pose.walk : pose.stand
    view.walkedM[i] = walks ? 0.45 : 0
    view.flags[i] = is === undefined ? 0 : avatarFlag[is]
    view.gesture[i] = gesture === undefined ? 0 : gestureNames.indexOf(gesture) + 1
    if (name !== undefined) stage.setName(view.netId[i], name)
  })
  view.count = people.length
  view.ownIndex = people.length > 0 && camera !== 'free' ? 0 : -1
  return view
}

function signsOf(map) {
  return map.zones
    .filter(({ kind }) => kind === 'counter')
    .map(({ properties }) => ({
      x: properties.signX,
      z: properties.signZ,
      heightM: properties.signY,
      wingFrame: properties.sign,
      label: properties.label ?? '',
      title: properties.tenant ?? '',
    }))
}
globalThis.isReady = true
if (location.search === '?all') void showAll()
