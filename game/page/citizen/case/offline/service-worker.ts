import { handlePush, type PushScope } from '../../notice/push-handler.ts'
import { answerPage, keepPages, moveToBuild } from './page-cache.ts'

// What the build tool puts in: the build's name, and the files that the case pages are made of.
declare const __BUILD__: string
declare const __FILES__: readonly string[]

type Waiting = { waitUntil(work: Promise<unknown>): void }
type Fetching = Waiting & { readonly request: Request; respondWith(answer: Promise<Response>): void }
// The page's DOM types do not know this thread's scope.
const scope = self as unknown as {
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void
  addEventListener(type: 'message', listen: (event: Waiting & { readonly data: unknown }) => void): void
  skipWaiting(): Promise<void>
}

const build = { name: __BUILD__, files: __FILES__ }
const tools = { caches, fetch: (request: RequestInfo) => fetch(request) }

scope.addEventListener('install', (event) => event.waitUntil(moveToBuild(tools, build).then(() => scope.skipWaiting())))
scope.addEventListener('message', (event) => {
  const message = event.data as { type?: unknown; paths?: unknown } | null
  if (message?.type !== 'keep' || !Array.isArray(message.paths)) return
  const paths = message.paths.filter((path): path is string => typeof path === 'string')
  event.waitUntil(keepPages(tools, build, paths))
})
scope.addEventListener('fetch', (event) => {
  const answer = answerPage(tools, build, event.request)
  if (answer) event.respondWith(answer)
})
handlePush(self as unknown as PushScope)
