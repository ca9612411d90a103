import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Region, VerifyResponse } from '../../game/api/index.ts'
import { plainCode } from '../../game/case/index.ts'
import type { DocumentVerifier } from '../documents/index.ts'
import { verifyLimit, verifyView, type Language } from '../http/index.ts'
import type { Malls } from '../mall/index.ts'
import { pageLanguage } from './page-routes.ts'

/** What the page is made of; the built page takes exactly this. */
type VerifyPageInput = {
  readonly language: Language
  readonly answer: VerifyResponse | null
  readonly theme: Region['theme']
  readonly url: string
}
type RenderVerifyPage = (shell: string, data: VerifyPageInput) => string

/**
 * `/cek` and `/cek/:code`: whole and readable before any script. A code typed into the plain form comes as `?kode=`.
 * @param options.distDir the build: `client/cek.html` and `server/verify.js`
 */
export async function registerVerifyPage(
  app: FastifyInstance,
  options: { distDir: string; malls: Malls; documents: DocumentVerifier },
): Promise<void> {
  const { distDir, malls, documents } = options
  const shell = await readFile(join(distDir, 'client', 'cek.html'), 'utf8')
  const renderPage = await loadRenderer(join(distDir, 'server', 'verify.js'))

  function send(request: FastifyRequest, reply: FastifyReply, answer: VerifyResponse | null): FastifyReply {
    const language = pageLanguage(request, reply)
    const theme = malls.region(answer?.seal?.statement.region ?? '')?.theme ?? 'plain'
    return reply
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(renderPage(shell, { language, answer, theme, url: request.url }))
  }
  const route = { schema: { hide: true }, config: verifyLimit }
  app.get<{ Querystring: { kode?: unknown } }>('/cek', route, async (request, reply) => {
    const { kode } = request.query
    const code = typeof kode === 'string' ? plainCode(kode).slice(0, 40) : ''
    if (code !== '') return reply.redirect(`/cek/${encodeURIComponent(code)}`, 303)
    return send(request, reply, null)
  })
  app.get<{ Params: { code: string } }>('/cek/:code', route, async (request, reply) => {
    const { code } = request.params
    return send(request, reply, verifyView(code, await documents.verify(code), malls))
  })
}

async function loadRenderer(file: string): Promise<RenderVerifyPage> {
  const built: unknown = await import(pathToFileURL(file).href)
  const render = (built as { renderVerifyPage?: unknown }).renderVerifyPage
  if (typeof render !== 'function') throw new TypeError(`${file} must export renderVerifyPage; build the pages again`)
  return render as RenderVerifyPage
}
