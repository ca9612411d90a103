import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerPage, keepPages, moveToBuild, type CacheTools } from '../../../../../game/page/citizen/case/offline/page-cache.ts'

const origin = 'https://mpp.example'
const pathOf = (request: RequestInfo | URL): string => new URL(request instanceof Request ? request.url : String(request), origin).pathname

/** A browser's caches in memory, and a network that can be cut. */
function browser() {
  const stores = new Map<string, Map<string, string>>()
  const state = { isOnline: true, asked: [] as string[] }
  const open = (name: string) => {
    const rows = stores.get(name) ?? new Map<string, string>()
    stores.set(name, rows)
    return {
      match: async (request: RequestInfo) => (rows.has(pathOf(request)) ? new Response(rows.get(pathOf(request))) : undefined),
      put: async (request: RequestInfo, answer: Response) => void rows.set(pathOf(request), await answer.text()),
      keys: async () => [...rows.keys()].map((path) => new Request(origin + path)),
    }
  }
  const caches = {
    open: async (name: string) => open(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  }
  const tools: CacheTools = {
    caches: caches as unknown as CacheStorage,
    async fetch(request) {
      state.asked.push(pathOf(request))
      if (!state.isOnline) throw new TypeError('no network')
      return new Response(`net ${pathOf(request)}`)
    },
  }
  return { stores, state, tools }
}
const build = { name: 'b1', files: ['/assets/a.js'] }
const visit = (path: string, mode = 'navigate') => {
  const request = new Request(origin + path)
  Object.defineProperty(request, 'mode', { value: mode })
  return request
}

beforeEach(() => {
  vi.stubGlobal('self', { location: { origin } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('without signal', () => {
  test('a page that was kept opens, and so do the files that it is made of', async () => {
    const { tools, state } = browser()
    await moveToBuild(tools, build)
    await keepPages(tools, build, ['/ajukan/kukar/kia'])
    state.isOnline = false
    expect(await (await answerPage(tools, build, visit('/ajukan/kukar/kia')))?.text()).toBe('net /ajukan/kukar/kia')
    expect(await (await answerPage(tools, build, visit('/assets/a.js', 'cors')))?.text()).toBe('net /assets/a.js')
  })
  test('any case opens with the one page of cases, and no id of a case is kept', async () => {
    const { tools, state, stores } = browser()
    await keepPages(tools, build, ['/perkara/AbCdEf0123456789-_xyzw'])
    state.isOnline = false
    expect(await (await answerPage(tools, build, visit('/perkara/QQQQQQQQQQQQQQQQQQQQQQ')))?.text()).toBe('net /perkara')
    expect([...(stores.get('balai-pages-b1')?.keys() ?? [])]).toEqual(['/perkara'])
  })
  test('a page that was never kept fails as it would have', async () => {
    const { tools, state } = browser()
    state.isOnline = false
    await expect(answerPage(tools, build, visit('/ajukan/kukar/kia'))).rejects.toThrow('no network')
  })
})

describe('with signal', () => {
  test('the page is the newest', async () => {
    const { tools, stores } = browser()
    stores.set('balai-pages-b1', new Map([['/ajukan/kukar/kia', 'old']]))
    expect(await (await answerPage(tools, build, visit('/ajukan/kukar/kia')))?.text()).toBe('net /ajukan/kukar/kia')
  })
  test('nothing else is touched: not the API, not other pages, not other files, not what is sent', () => {
    const { tools, state } = browser()
    for (const path of ['/api/cases', '/kukar', '/', '/petugas']) expect(answerPage(tools, build, visit(path))).toBeNull()
    expect(answerPage(tools, build, visit('/assets/other.js', 'cors'))).toBeNull()
    expect(answerPage(tools, build, visit('/ajukan/kukar/kia', 'cors'))).toBeNull()
    expect(answerPage(tools, build, new Request(`${origin}/ajukan/kukar/kia`, { method: 'POST' }))).toBeNull()
    expect(state.asked).toEqual([])
  })
  test('no answer of the API is ever kept', async () => {
    const { tools, stores } = browser()
    await keepPages(tools, build, ['/api/cases', '/kukar', 'https://evil.example/perkara'])
    expect(stores.get('balai-pages-b1')?.size).toBe(0)
  })
})

test('a new build fetches its files and the pages of the old one anew, then lets the old one go', async () => {
  const { tools, stores } = browser()
  stores.set(
    'balai-pages-b0',
    new Map([
      ['/ajukan/kukar/kia', 'old'],
      ['/assets/old.js', 'old'],
    ]),
  )
  await moveToBuild(tools, build)
  expect([...stores.keys()]).toEqual(['balai-pages-b1'])
  expect(Object.fromEntries(stores.get('balai-pages-b1') ?? [])).toEqual({
    '/assets/a.js': 'net /assets/a.js',
    '/ajukan/kukar/kia': 'net /ajukan/kukar/kia',
  })
})
