import type { FastifyReply } from 'fastify'
import type { PaperView } from '../../game/api/index.ts'
import type { Actor } from '../audit/index.ts'
import type { Malls } from '../mall/index.ts'
import type { Paper, PaperServices } from '../papers/index.ts'
import type { CitizenRow, OfficerRow } from '../store/index.ts'
import { apiError } from './api-error.ts'
import type { Routes } from './app-services.ts'
import { casePaperParams, erased, paperFile, paperParams, paperRequest, paperSchema, papersSchema, rotated } from './paper-schemas.ts'
import { refusals } from './schemas.ts'
import { requireCitizen, requireOfficer } from './who.ts'

/** Kinds that the server writes itself: answers of a form, and documents out. */
const ownKinds = new Set(['form', 'issued'])

/** Papers: made of an upload, listed, opened by their owner or by an officer who has the case in hand, erased. */
export function registerPaperRoutes(routes: Routes, { papers, malls }: { papers: PaperServices; malls: Malls }): void {
  const { vault, uploads, limits } = papers

  routes.post('/api/papers', { schema: { body: paperRequest, response: { 201: paperSchema, ...refusals } } }, async (request, reply) => {
    const citizen = await requireCitizen(request)
    const { upload, kind, region, expiresOn } = request.body
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    if (ownKinds.has(kind)) throw apiError('bad-request', { reason: `body.kind: ${kind} is written by the server alone` })
    return reply.code(201).send(viewOf(await uploads.accept(upload, citizen.id, { kind, region, expiresOn })))
  })

  routes.get('/api/papers', { schema: { response: { 200: papersSchema, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const mine = await vault.of((await requireCitizen(request)).id)
    return {
      papers: mine.filter(({ kind, type }) => !ownKinds.has(kind) && type !== 'application/json').map(viewOf),
      limits: { mostBytes: limits.mostBytes, mostPages: limits.mostPages, mostMegapixels: Math.floor(limits.mostPixels / 1e6) },
    }
  })

  routes.get(
    '/api/papers/:paper/file',
    { schema: { params: paperParams, response: { 200: paperFile, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const { id } = await demandOwn(request.params.paper, citizen)
      return sendPaper(reply, await vault.open(id, { role: 'citizen', id: citizen.id, agency: null }, 'membuka berkas sendiri'))
    },
  )

  routes.delete('/api/papers/:paper', { schema: { params: paperParams, response: { 200: erased, ...refusals } } }, async (request) => {
    const { id } = await demandOwn(request.params.paper, await requireCitizen(request))
    if ((await vault.usesOf(id)).length > 0) throw apiError('paper-in-use')
    await vault.erase(id)
    return { erased: true as const }
  })

  routes.get(
    '/api/officer/cases/:case/papers/:paper/file',
    { schema: { params: casePaperParams, response: { 200: paperFile, ...refusals } } },
    async (request, reply) => {
      const officer = await requireOfficer(request)
      const { case: caseId, paper } = request.params
      if (!(await papers.mayWork(officer, caseId))) throw apiError('forbidden')
      // Having a case in hand opens the papers of that case, and no other's.
      if (!(await vault.usesOf(paper)).includes(caseId)) throw apiError('unknown-paper')
      return sendPaper(reply, await vault.open(paper, actorOf(officer), 'memeriksa berkas permohonan'))
    },
  )

  routes.post('/api/admin/paper-keys', { schema: { response: { 200: rotated, ...refusals } } }, async (request) => {
    const officer = await requireOfficer(request)
    if (officer.region !== null) throw apiError('forbidden')
    return {
      wrapped: await vault.rotateKeys(
        malls.regions.map(({ slug }) => slug),
        officer.id,
      ),
    }
  })

  async function demandOwn(id: string, citizen: CitizenRow): Promise<Paper> {
    const paper = await vault.find(id)
    if (paper === null || paper.owner !== citizen.id) throw apiError('unknown-paper')
    return paper
  }
}

const endings: Readonly<Record<Paper['type'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/json': 'json',
}

/** Bytes that came from outside never become a page of ours: they are saved, or shown by a page of ours from a blob. */
function sendPaper(reply: FastifyReply, { paper, body }: Awaited<ReturnType<PaperServices['vault']['open']>>): FastifyReply {
  return reply
    .type(paper.type)
    .header('content-length', paper.bytes)
    .header('content-disposition', `attachment; filename="${paper.kind}.${endings[paper.type]}"`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(body)
}

function actorOf({ id, agency }: OfficerRow): Actor {
  return { role: 'officer', id, agency }
}

function viewOf({ owner: _owner, createdAtMs, type, ...paper }: Paper): PaperView {
  return { ...paper, type: type as PaperView['type'], createdAt: new Date(createdAtMs).toISOString() }
}
