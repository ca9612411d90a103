/** What the cache of pages stands on; a test hands in its own. */
export type CacheTools = { readonly caches: CacheStorage; readonly fetch: (request: RequestInfo) => Promise<Response> }
/** `name` changes with every build; `files` are the built ones that the case pages are made of. */
export type Build = { readonly name: string; readonly files: readonly string[] }

const prefix = 'balai-pages-'
/** The pages of a case, and nothing else: no answer of the API is ever kept here. */
const keptPage = /^\/(ajukan\/[a-z0-9-]+\/[a-z0-9-]+|perkara(\/[\w-]+)?)\/?$/
/** Longer than this, and the page that is here is better than the newest. */
const patienceMs = 4000
/** Cases of any number are one page: their ids are not kept in a cache. */
const pagePath = (path: string) => (path.startsWith('/perkara') ? '/perkara' : path)

/** Fetches the files of this build, and again the pages that an earlier build kept; then lets the earlier ones go. */
export async function moveToBuild(tools: CacheTools, build: Build): Promise<void> {
  const old = (await tools.caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + build.name)
  const kept = await Promise.all(
    old.map(async (name) => (await (await tools.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
  )
  const cache = await tools.caches.open(prefix + build.name)
  await Promise.all(build.files.map((file) => keepFile(tools, cache, file)))
  await keepPages(
    tools,
    build,
    kept.flat().filter((path) => keptPage.test(path)),
  )
  await Promise.all(old.map((name) => tools.caches.delete(name)))
}

/** What is here already has its content in its name, and is not fetched twice. */
async function keepFile({ fetch }: CacheTools, cache: Cache, file: string): Promise<void> {
  if (await cache.match(file)) return
  const answer = await fetch(file)
  if (answer.ok) await cache.put(file, answer)
}

/** Keeps pages by their paths, for when there is no signal. */
export async function keepPages({ caches, fetch }: CacheTools, build: Build, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(prefix + build.name)
  const wanted = [...new Set(paths.filter((path) => keptPage.test(path)).map(pagePath))]
  await Promise.all(
    wanted.map(async (path) => {
      const answer = await fetch(path)
      if (answer.ok) await cache.put(path, answer)
    }),
  )
}

/** The network's page, or what is here when that fails or takes too long. null: none of our business, the browser goes its way. */
export function answerPage(tools: CacheTools, build: Build, request: Request): Promise<Response> | null {
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return null
  if (pathname.startsWith('/assets/')) return build.files.includes(pathname) ? answerFile(tools, build, request) : null
  if (request.mode !== 'navigate' || !keptPage.test(pathname)) return null
  return answerNavigation(tools, build, { request, path: pagePath(pathname) })
}

/** A file's name says its content: what is here is right. */
async function answerFile({ caches, fetch }: CacheTools, build: Build, request: Request): Promise<Response> {
  const cache = await caches.open(prefix + build.name)
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request)
}

async function answerNavigation(
  { caches, fetch }: CacheTools,
  build: Build,
  wanted: { request: Request; path: string },
): Promise<Response> {
  const cache = await caches.open(prefix + build.name)
  const kept = await cache.match(wanted.path)
  const fresh = fetch(wanted.request)
  if (!kept) return fresh
  const late = new Promise<null>((done) => setTimeout(() => done(null), patienceMs))
  const answer = await Promise.race([fresh.catch(() => null), late])
  return answer ?? kept
}
