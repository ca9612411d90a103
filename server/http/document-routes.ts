import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { PickupView } from '../../game/api/index.ts'
import type { Documents, IssuedDocument } from '../documents/index.ts'
import { checkNik } from '../identity/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { adminActor, requireAnyAdmin } from './admin-rights.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import {
  documentKeysSchema,
  documentParams,
  documentSchema,
  documentsSchema,
  findQuery,
  handOverRequest,
  kioskPrintRequest,
  kioskPrintSchema,
  pdfAnswer,
  pickupCodeSchema,
  pickupSchema,
  pinRequest,
  printParams,
  revokeRequest,
  verifyParams,
  verifySchema,
} from './document-schemas.ts'
import { documentView, iso, keysView, verifyView } from './document-views.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import { kioskHeaders, refusals } from './schemas.ts'
import { requireCitizen, requireOfficer } from './who.ts'

/** A village behind one address may check its papers; nobody tries 30¹¹ codes at this rate. */
export const verifyLimit = { rateLimit: { max: 120, timeWindow: '1 minute' } }
/** Five wrong PINs lock a document; this is for those who try many documents. */
const kioskLimit = { rateLimit: { max: 30, timeWindow: '1 minute' } }

type DocumentRouteServices = Pick<AppServices, 'store' | 'malls' | 'kiosks' | 'audit' | 'clock'> & {
  readonly documents: Documents
  readonly papers: Pick<PaperVault, 'of'>
}

/** Issued documents: their holders, whoever checks one, the kiosk that prints one, and the counter that hands one over. */
export function registerDocumentRoutes(routes: Routes, services: DocumentRouteServices): void {
  registerHolder(routes, services)
  registerStranger(routes, services)
  registerKioskPrints(routes, services)
  registerPickups(routes, services)
  registerKeeping(routes, services)
}

function registerHolder(routes: Routes, { documents, malls }: DocumentRouteServices): void {
  const params = { params: documentParams }
  routes.get('/api/documents', { schema: { response: { 200: documentsSchema, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { documents: (await documents.ofCitizen((await requireCitizen(request)).id)).map((document) => documentView(document, malls)) }
  })
  routes.get(
    '/api/documents/:document/file',
    { schema: { ...params, response: { 200: pdfAnswer, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const { id, citizen: holder } = (await documents.find(request.params.document)) ?? {}
      // Another's document is answered as one that is not there.
      if (id === undefined || holder !== citizen.id) throw apiError('document-unknown')
      const opened = await documents.pickup.open(id, { role: 'citizen', id: citizen.id, agency: null }, 'mengunduh dokumen')
      await documents.pickup.downloaded(id)
      return sendPdf(reply, opened)
    },
  )
  routes.post(
    '/api/documents/:document/pickup',
    { schema: { ...params, response: { 200: pickupCodeSchema, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      reply.header('cache-control', 'no-store')
      return { code: await documents.pickup.makeCode(citizen.id, request.params.document) }
    },
  )
  routes.post(
    '/api/documents/:document/pin',
    { schema: { ...params, body: pinRequest, response: { 204: z.null(), ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      await documents.pickup.setPin(citizen.id, request.params.document, request.body.pin)
      return reply.code(204).send(null)
    },
  )
}

function registerStranger(routes: Routes, { documents, malls }: DocumentRouteServices): void {
  routes.get(
    '/api/verify/:code',
    { schema: { params: verifyParams, response: { 200: verifySchema, ...refusals } }, config: verifyLimit },
    async (request, reply) => {
      const { code } = request.params
      reply.header('cache-control', 'no-store')
      return verifyView(code, await documents.verify(code), malls)
    },
  )
  routes.get('/api/document-keys', { schema: { response: { 200: documentKeysSchema, ...refusals } } }, () => keysView(documents.keys))
}

function registerKioskPrints(routes: Routes, { documents, kiosks }: DocumentRouteServices): void {
  routes.post(
    '/api/kiosk/prints',
    { schema: { headers: kioskHeaders, body: kioskPrintRequest, response: { 200: kioskPrintSchema, ...refusals } }, config: kioskLimit },
    async (request) => {
      const { region, code, pin } = request.body
      if (!kiosks.isPaired(region, request.headers['x-kiosk-key'])) throw apiError('kiosk-key')
      const { document, token } = await documents.pickup.print(region, code, pin)
      const { number, title, prints } = document
      return { number, title, prints, path: `/api/kiosk/prints/${token}` }
    },
  )
  routes.get(
    '/api/kiosk/prints/:token',
    { schema: { params: printParams, response: { 200: pdfAnswer, ...refusals } }, config: kioskLimit },
    async (request, reply) => {
      const opened = await documents.pickup.openPrint(request.params.token)
      // The kiosk's own page holds it in a frame, from where it is printed.
      reply.header('content-security-policy', "frame-ancestors 'self'").header('x-frame-options', 'SAMEORIGIN')
      return sendPdf(reply, opened, 'inline')
    },
  )
}

function registerPickups(routes: Routes, { documents, malls, store, papers }: DocumentRouteServices): void {
  const answer = { response: { 200: pickupSchema, ...refusals } }
  async function view(document: IssuedDocument): Promise<PickupView> {
    const [citizen, kept] = await Promise.all([store.findCitizen(document.citizen), papers.of(document.citizen)])
    const authorities = kept
      .filter(({ kind }) => kind === 'surat-kuasa')
      .map(({ id, createdAtMs }) => ({ paper: id, createdAt: iso(createdAtMs) }))
    return {
      document: documentView(document, malls),
      holderNikMasked: `${(citizen?.nikMasked ?? '').slice(0, 4)}${'•'.repeat(12)}`,
      authorities,
    }
  }
  routes.get('/api/officer/pickups', { schema: { querystring: findQuery, ...answer } }, async (request, reply) => {
    const officer = await requireOfficer(request)
    reply.header('cache-control', 'no-store')
    return view(await documents.pickup.look(request.query.find, officer))
  })
  routes.post('/api/officer/pickups', { schema: { body: handOverRequest, ...answer } }, async (request) => {
    const officer = await requireOfficer(request)
    const { find, lane, shown } = request.body
    if (shown.kind === 'holder') return view(await documents.pickup.handOver(find, officer, { lane, shown }))
    const nik = checkNik(shown.nik)
    if (!nik.ok) throw apiError(nik.code, nik.details)
    const proxy = { kind: 'proxy', nikMasked: nik.masked, authority: shown.authority } as const
    return view(await documents.pickup.handOver(find, officer, { lane, shown: proxy }))
  })
}

function registerKeeping(routes: Routes, { documents, malls, store, audit, clock }: DocumentRouteServices): void {
  routes.post(
    '/api/officer/documents/:document/revoke',
    { schema: { params: documentParams, body: revokeRequest, response: { 200: documentSchema, ...refusals } } },
    async (request) => {
      const officer = await requireOfficer(request)
      const document = await documents.find(request.params.document)
      if (document === null || !isOf(officer, document)) throw apiError('document-unknown')
      if (!(await rolesOfOfficer(store, officer)).has('approver')) throw apiError('forbidden')
      return documentView(await documents.revoke(document.id, request.body.reason, officer.id), malls)
    },
  )
  routes.post('/api/admin/document-keys', { schema: { response: { 200: documentKeysSchema, ...refusals } } }, async (request) => {
    const { officer, region } = await requireAnyAdmin(request, store)
    // One key seals for every region of the install.
    if (region !== null) throw apiError('forbidden')
    const { id } = await documents.keys.rotate()
    const why = 'kunci segel dokumen diganti'
    await audit.write({
      atMs: clock(),
      region: 'install',
      act: 'key.rotated',
      by: adminActor(officer),
      citizen: null,
      about: { kind: 'key', id },
      why,
    })
    return keysView(documents.keys)
  })
}

function isOf({ region, agency }: OfficerRow, document: IssuedDocument): boolean {
  return (region === null || region === document.region) && (agency === null || agency === document.agency)
}

function sendPdf(
  reply: FastifyReply,
  { document, bytes }: { readonly document: IssuedDocument; readonly bytes: Uint8Array },
  how: 'attachment' | 'inline' = 'attachment',
): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `${how}; filename="${document.number}.pdf"`)
    .type('application/pdf')
    .send(Buffer.from(bytes))
}
