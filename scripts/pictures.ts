/**
 * `npm run pictures [FOLDER]`: the screenshots of README and docs, from the built product: a real server, real browsers,
 * and forty walkers who are the engine's own headless clients.
 */
import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRng } from '@balai/engine/core'
import { type Client, createClient, loadPlace } from '@balai/engine/host'
import { walkToIntent } from '@balai/engine/input'
import type { Socket } from '@balai/engine/net'
import { type Browser, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { WebSocket } from 'ws'
import { packLook, unpackLook } from '../assets/art/look.ts'
import { type RunServer, startRunServer } from '../bench/figures/run-server.ts'
import { meet, openCounter, sees, signIn, takeNumber } from '../tests/e2e/people.ts'
import { chromeFlags, findChrome } from './chrome.mjs'
import { pictureCases } from './picture-cases.ts'
import { picturePlaza } from './picture-plaza.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = process.argv[2] ?? join(root, 'docs/pictures')
const walkers = 40

function openSocket(url: string, origin: string): Socket {
  const web = new WebSocket(url, { headers: { origin } })
  const early: Uint8Array[] = []
  const socket: Socket = {
    send: (bytes) => (web.readyState === WebSocket.OPEN ? web.send(bytes) : void early.push(bytes.slice())),
    close: (code, reason) => web.close(code, reason),
    bufferedAmount: () => web.bufferedAmount,
    onMessage: null,
    onClose: null,
  }
  web.on('open', () => early.splice(0).forEach((bytes) => web.send(bytes)))
  web.on('message', (data: Buffer) => socket.onMessage?.(new Uint8Array(data)))
  web.on('close', (code: number, reason: Buffer) => socket.onClose?.(code, String(reason)))
  return socket
}

/** Walkers who go from place to place in a region's hall until stopped. */
function peopleTheHall(server: RunServer, region: string, mapName: string): () => void {
  const place = loadPlace(JSON.parse(readFileSync(join(root, `assets/maps/${mapName}.tmj`), 'utf8')))
  const rng = createRng(7)
  const clients: Client[] = []
  for (let i = 0; i < walkers; i++) {
    const look = packLook(unpackLook(Math.floor(rng() * 2 ** 32)))
    const url = `${server.origin.replace('http', 'ws')}/socket/world?region=${region}`
    clients.push(
      createClient({
        place,
        socket: openSocket(url, server.origin),
        clock: () => performance.now(),
        look,
        physics: null,
        onEvent: () => {},
      }),
    )
  }
  const goals = place.map.zones.filter(
    (zone) => zone.kind === 'counter' || zone.kind === 'waiting' || zone.kind === 'start' || zone.kind === 'wing',
  )
  const walk = setInterval(() => {
    for (const client of clients) {
      client.update(performance.now())
      if (rng() > 0.012) continue
      const goal = goals[Math.floor(rng() * goals.length)]
      client.want(walkToIntent(goal.x0 + rng() * (goal.x1 - goal.x0), goal.z0 + rng() * (goal.z1 - goal.z0)))
    }
  }, 50)
  return () => {
    clearInterval(walk)
    for (const client of clients) client.close()
  }
}

/** PNG with a palette: a screenshot at half the bytes and the same to the eye. */
async function take(page: Page, name: string, into = folder): Promise<void> {
  const png = await sharp(await page.screenshot())
    .png({ palette: true, colours: 200, effort: 8 })
    .toBuffer()
  await writeFile(join(into, `${name}.png`), png)
  console.log(`${name}.png ${Math.round(png.length / 1024)} KB`)
}

/** Pictures are for people with good machines: drawn as well as it can be, without what is said to newcomers once. */
const settled = { 'balai.quality': 'high', 'balai.hint': 'list mall look' }

async function enterMall(browser: Browser, server: RunServer, region: string, size: { width: number; height: number }): Promise<Page> {
  const phone = size.width < 500
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    locale: 'id-ID',
  })
  await context.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
  }, settled)
  const page = await context.newPage()
  await page.goto(`${server.origin}/${region}?mal=1`)
  await page.locator('.mall-buttons').waitFor({ timeout: 60_000 })
  // The staff comes, and who is near is told.
  await page.waitForTimeout(12_000)
  return page
}

/** Goes by the mall's own search: `direct` opens the counter, `way` draws the way on the floor. */
async function find(page: Page, words: string, what: 'direct' | 'way'): Promise<void> {
  await page.locator('.mall-search').click()
  await page.getByRole('dialog').getByRole('searchbox').fill(words)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: what === 'direct' ? /Langsung ke loket/ : /Tunjukkan jalan/ })
    .first()
    .click()
  await page.waitForTimeout(what === 'direct' ? 9000 : 2500)
}

const desktop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }

/** What stands before the cameras: a drawn officer, as the Motion JPEG that Chromium plays as its fake camera. */
async function drawCamera(): Promise<string> {
  const portrait = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="#efe3cf"/><rect y="60" width="640" height="34" fill="#8a5a3c"/><rect y="94" width="640" height="16" fill="#b3202a"/>
    <rect x="40" y="130" width="130" height="190" rx="6" fill="#cfe3e0"/><rect x="470" y="130" width="130" height="190" rx="6" fill="#cfe3e0"/>
    <path d="M170 480c0-110 60-150 150-150s150 40 150 150z" fill="#b9a06a"/><path d="M290 330h60l-30 60z" fill="#f6ecd8"/>
    <circle cx="320" cy="230" r="92" fill="#c98f63"/><path d="M222 226c0-78 44-118 98-118s98 40 98 118c0 92 26 150 26 150H196s26-58 26-150z" fill="#237a5c"/>
    <ellipse cx="320" cy="238" rx="70" ry="80" fill="#d39b70"/><circle cx="294" cy="232" r="7" fill="#2b211b"/><circle cx="346" cy="232" r="7" fill="#2b211b"/>
    <path d="M296 272q24 22 48 0" stroke="#2b211b" stroke-width="6" fill="none" stroke-linecap="round"/>
    <rect x="372" y="392" width="70" height="30" rx="4" fill="#fff"/><rect x="380" y="402" width="54" height="5" fill="#5f3c26"/></svg>`
  const frame = await sharp(Buffer.from(portrait)).jpeg({ quality: 90 }).toBuffer()
  const file = join(folder, 'camera.mjpeg')
  await writeFile(file, Buffer.concat([frame, frame, frame, frame]))
  return file
}

await mkdir(folder, { recursive: true })
const camera = await drawCamera()
const server = await startRunServer()
const browser = await chromium.launch({
  executablePath: findChrome() ?? undefined,
  args: [
    ...chromeFlags,
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
})
try {
  const list = await meet(browser, `${server.origin}/kukar`, 'phone')
  await take(list.page, 'list-phone')

  const stopKukar = peopleTheHall(server, 'kukar', 'kukar')
  await new Promise((later) => setTimeout(later, 15_000))
  await take(await enterMall(browser, server, 'kukar', phone), 'entrance-phone')
  const wide = await enterMall(browser, server, 'kukar', desktop)
  await take(wide, 'entrance-desktop')
  for (let i = 0; i < 3; i++) await wide.mouse.wheel(0, 300)
  await wide.waitForTimeout(1500)
  await take(wide, 'crowd-desktop')

  const officer = await meet(browser, `${server.origin}/petugas`, 'office')
  await openCounter(officer, server.bootstrap ?? { username: '', password: '' }, 'Kutai Kartanegara', '1')
  await officer.page.getByRole('button', { name: /Nyalakan kamera/ }).click()
  await officer.page.getByText('Langsung', { exact: true }).waitFor({ timeout: 30_000 })
  const counter = await enterMall(browser, server, 'kukar', phone)
  await find(counter, 'ktp', 'way')
  await take(counter, 'way-phone')
  await find(counter, 'ktp', 'direct')
  await take(counter, 'counter-phone')
  const near = await enterMall(browser, server, 'kukar', desktop)
  await find(near, 'ktp', 'direct')
  await take(near, 'wing-desktop')
  await near.keyboard.press('Escape')
  await find(near, 'izin usaha', 'direct')
  await near.waitForTimeout(9000)
  await near.keyboard.press('Escape')
  await near.waitForTimeout(1000)
  await take(near, 'upper-desktop')

  await list.page.getByRole('searchbox').fill('ktp hilang')
  await list.page.keyboard.press('Enter')
  await takeNumber(list)
  await signIn(list, server.origin, 1)
  await sees(list, 'A-001')
  await list.page.waitForTimeout(1000)
  await take(list.page, 'ticket-phone')
  await officer.page.getByRole('button', { name: /Panggil berikutnya/ }).click()
  await list.page.getByRole('button', { name: 'Bicara dengan video' }).click()
  await officer.page.waitForTimeout(4000)
  await take(officer.page, 'officer-desktop')
  const board = await meet(browser, `${server.origin}/papan/kukar`, 'office')
  await board.page.waitForTimeout(2000)
  await take(board.page, 'board')

  const { path } = await officer.page.evaluate<{ path: string }>("fetch('/api/officer/kiosk?region=kukar').then((answer) => answer.json())")
  const kiosk = await browser.newPage({ viewport: { width: 540, height: 960 }, deviceScaleFactor: 2, locale: 'id-ID' })
  await kiosk.goto(`${server.origin}${path}`)
  await kiosk.locator('.kiosk.at-start').waitFor()
  await take(kiosk, 'kiosk')
  const proof = await meet(browser, `${server.origin}/antrean/bukti?wilayah=kukar`, 'phone')
  await proof.page.waitForTimeout(3000)
  await take(proof.page, 'proof-phone')
  stopKukar()

  for (const region of ['jabar-kota-bandung', 'kendari']) {
    const stop = peopleTheHall(server, region, 'plain')
    await new Promise((later) => setTimeout(later, 8000))
    await take(await enterMall(browser, server, region, desktop), `mall-${region}`)
    stop()
  }

  await pictureCases(browser, take)
  await picturePlaza(browser, (page) => take(page, 'plaza', process.argv[2] ?? join(root, 'engine')))
} finally {
  await browser.close()
  await server.stop()
  await rm(camera)
}
