import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ConfigResponse, QueueSummary } from '../../game/api/index.ts'
import { apiError, chosenLanguage, createPackedAnswers, languageCookie, type Language } from '../http/index.ts'
import type { Malls } from '../mall/index.ts'
import type { QueueService } from '../queue/index.ts'
import { loadCitizenRenderer } from './citizen-renderer.ts'

/** Pages that are the same for everybody, by their addresses and the names of their built files. */
const shellPages = [
  { path: '/petugas', name: 'petugas' },
  { path: '/petugas/statistik', name: 'statistik' },
  { path: '/admin', name: 'pengelola' },
  { path: '/papan/:region?', name: 'papan' },
  { path: '/skm/:region?', name: 'skm' },
  { path: '/data-saya', name: 'data-saya' },
  { path: '/kabar', name: 'kabar' },
  { path: '/dokumen', name: 'dokumen' },
  { path: '/petugas/serah', name: 'dokumen' },
  { path: '/kiosk', name: 'kios' },
  { path: '/tiket/:code', name: 'tiket' },
  { path: '/pengaduan', name: 'pengaduan' },
  { path: '/integritas', name: 'integritas' },
  { path: '/bayar/:case', name: 'bayar' },
  { path: '/demo/bayar/:reference', name: 'bayar' },
  { path: '/admin/rekonsiliasi', name: 'bayar' },
  { path: '/antrean/bukti', name: 'bukti' },
  { path: '/antrean/bukti/:day', name: 'bukti' },
] as const

const htmlType = 'text/html; charset=utf-8'
const yearSeconds = 31_536_000
/** A page shows the queue as it was within the last second; the script takes over from there. */
const summaryMs = 1000

/**
 * The pages: `/` and `/:region` for citizens, whole and readable before any script; the others as shells; and the built files beside them. A file under /assets has its content's hash in its name and never changes.
 * @param options.distDir the build: `client/` and `server/citizen.js`
 */
export async function registerPages(
  app: FastifyInstance,
  options: {
    distDir: string
    malls: Malls
    queue: Pick<QueueService, 'summary'>
    config: ConfigResponse
    clock: () => number
  },
): Promise<void> {
  const { distDir, malls, config } = options
  const clientDir = join(distDir, 'client')
  const shellOf = (name: string) => readFile(join(clientDir, `${name}.html`), 'utf8')
  const citizenShell = await shellOf('citizen')
  const renderCitizenPage = await loadCitizenRenderer(join(distDir, 'server', 'citizen.js'))
  const summaryOf = createSummaryCache(options.queue, options.clock)
  const packed = createPackedAnswers(96)

  await app.register(staticFiles, {
    root: clientDir,
    wildcard: false,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(join(clientDir, 'assets'))
      response.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
    },
  })

  async function sendCitizenPage(request: FastifyRequest, reply: FastifyReply, slug: string | null): Promise<FastifyReply> {
    const region = slug === null ? null : malls.region(slug)
    if (slug !== null && region === null) throw apiError('unknown-region', { region: slug })
    const language = pageLanguage(request, reply)
    const queue = region === null ? null : await summaryOf(region.slug)
    const catalogue = region === null ? null : { agencies: malls.agencies(region.slug), counters: malls.counters(region.slug) }
    const state = createHash('sha256').update(JSON.stringify(queue)).digest('base64url')
    return packed.send(request, reply, {
      key: `citizen/${language}/${request.url}/${state}`,
      type: htmlType,
      text: () => renderCitizenPage(citizenShell, { language, regions: malls.regions, region, catalogue, queue, config, url: request.url }),
    })
  }
  function sendShell(request: FastifyRequest, reply: FastifyReply, shell: { name: string; html: string }): Promise<FastifyReply> {
    const language = pageLanguage(request, reply)
    return packed.send(request, reply, {
      key: `shell/${shell.name}/${language}`,
      type: htmlType,
      text: () => shell.html.replace('<html lang="id">', `<html lang="${language}">`),
    })
  }

  const hidden = { schema: { hide: true } }
  app.get('/', hidden, (request, reply) => sendCitizenPage(request, reply, null))
  app.get<{ Params: { region: string } }>('/:region', hidden, (request, reply) => sendCitizenPage(request, reply, request.params.region))
  app.get<{ Params: { region: string } }>('/ajukan/:region/:service', hidden, (request, reply) =>
    sendCitizenPage(request, reply, request.params.region),
  )
  for (const path of ['/perkara', '/perkara/:case']) app.get(path, hidden, (request, reply) => sendCitizenPage(request, reply, null))
  for (const { path, name } of shellPages) {
    // The bank of a demonstration is played nowhere else.
    if (path.startsWith('/demo/') && !config.isDemo) continue
    const html = await shellOf(name)
    app.get<{ Params: { region?: string } }>(path, hidden, async (request, reply) => {
      const { region } = request.params
      if (region !== undefined && region !== '' && malls.region(region) === null) throw apiError('unknown-region', { region })
      return sendShell(request, reply, { name, html })
    })
  }
}

/** `?bahasa=` is remembered, so that the next page is in that language too. */
export function pageLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  const language = chosenLanguage(request)
  const asked = (request.query as Readonly<Record<string, unknown>>)[languageCookie]
  if (language !== null && asked === language) {
    reply.header('set-cookie', `${languageCookie}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`)
  }
  return language ?? 'id'
}

function createSummaryCache(queue: Pick<QueueService, 'summary'>, clock: () => number): (region: string) => Promise<QueueSummary> {
  const kept = new Map<string, { readonly atMs: number; readonly summary: Promise<QueueSummary> }>()
  return (region) => {
    const before = kept.get(region)
    if (before !== undefined && clock() - before.atMs < summaryMs) return before.summary
    const summary = queue.summary(region)
    kept.set(region, { atMs: clock(), summary })
    summary.catch(() => kept.delete(region))
    return summary
  }
}
