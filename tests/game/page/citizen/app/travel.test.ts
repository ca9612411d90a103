import { beforeEach, expect, test } from 'vitest'
import type { CatalogueResponse, Region } from '../../../../../game/api/index.ts'
import { createBackStack } from '../../../../../game/page/citizen/app/back-stack.ts'
import type { CitizenApp } from '../../../../../game/page/citizen/app/citizen-app.ts'
import { createSkin, type Skin } from '../../../../../game/page/citizen/app/skin.ts'
import { createTravel, type Travel } from '../../../../../game/page/citizen/app/travel.ts'

const region = (slug: string, theme: Region['theme']): Region => ({
  slug,
  name: slug,
  province: '',
  timeZone: 'Asia/Jakarta',
  theme,
  map: 'plain',
  catalogue: 'plain',
  isDemo: true,
})
const home = region('kukar', 'kutai')
const other = region('jabar-bogor', 'jabar')
const catalogue = {} as CatalogueResponse
let page: { className: string }
let addresses: string[]
let app: { region: Region | null }
let travel: Travel
let skin: Skin
let pressBack: () => void

beforeEach(() => {
  page = { className: 'page theme-kutai in-mall' }
  addresses = []
  app = { region: home }
  const moving = Object.assign(app, { moveTo: (to: Region) => void (app.region = to) })
  const history = { state: null, replaceState: (_state: unknown, _unused: string, address: string) => void addresses.push(address) }
  travel = createTravel(moving as unknown as CitizenApp, page as unknown as Element, history as unknown as History)
  const backStack = createBackStack({ pushState() {}, back() {} }, (onPop) => {
    pressBack = onPop
  })
  skin = createSkin(backStack, { ...travel, load: (address) => addresses.push(`load ${address}`) })
})

test('another mall has its own colours and, once one stands in it, its own address', () => {
  skin.enter()
  travel.arrive()
  expect(addresses).toEqual([])
  travel.go(other, catalogue)
  expect(page.className).toBe('page theme-jabar in-mall')
  expect(addresses).toEqual([])
  travel.arrive()
  expect(addresses).toEqual(['/jabar-bogor'])
})

test('leaving it for the list loads the list of where one is; Back returns to the list one came from', () => {
  skin.enter()
  travel.go(other, catalogue)
  skin.leave()
  expect(addresses).toEqual(['load /jabar-bogor'])
  expect(skin.name.value).toBe('mall')
  pressBack()
  expect(skin.name.value).toBe('list')
  expect(app.region).toBe(home)
  expect(page.className).toBe('page theme-kutai in-mall')
})

test('who comes back by the way they went finds address and list as they were', () => {
  skin.enter()
  travel.go(other, catalogue)
  travel.arrive()
  travel.go({ ...home }, catalogue)
  travel.arrive()
  expect(addresses).toEqual(['/jabar-bogor', '/kukar'])
  skin.leave()
  expect(addresses).toHaveLength(2)
  expect(skin.name.value).toBe('list')
})

test('without having gone anywhere the list is the one that is there', () => {
  skin.enter()
  skin.leave()
  expect(addresses).toEqual([])
  expect(skin.name.value).toBe('list')
})
