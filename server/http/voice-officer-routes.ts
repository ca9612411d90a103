import type { Region } from '../../game/api/index.ts'
import type { VoiceOfficer } from '../../game/case/index.ts'
import type { VoiceService } from '../voice/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { idempotencyHeaders, refusals } from './schemas.ts'
import { requireVoiceOfficer } from './voice-officer.ts'
import {
  answerRequest,
  chainSchema,
  complaintParams,
  giftAdvance,
  giftDetail,
  giftParams,
  giftRequest,
  giftsSchema,
  integrityStart,
  leviesSchema,
  levyCloseRequest,
  levyDetail,
  levyParams,
  officerComplaint,
  officerComplaints,
  placeQuery,
} from './voice-schemas.ts'
import { giftView, levyDetail as levyDetailView, levyRow, officerComplaintRow, officerComplaintView } from './voice-views.ts'

type VoiceDeskServices = Pick<AppServices, 'malls' | 'store' | 'clock'> & { readonly voice: VoiceService }

/** The desk of an agency's officers and of the region's integrity unit. What somebody may not see is answered as if it were not there. */
export function registerVoiceOfficerRoutes(routes: Routes, services: VoiceDeskServices): void {
  const { malls, store } = services
  routes.get('/api/integrity', { schema: { response: { 200: integrityStart, ...refusals } } }, async (request, reply) => {
    const { officer, row } = await requireVoiceOfficer(request, store)
    const regions = malls.regions.filter(({ slug }) => isWithin(officer, slug))
    reply.header('cache-control', 'no-store')
    return { name: row.name, isIntegrity: officer.roles.has('integrity'), agency: officer.agency, regions }
  })
  registerComplaintDesk(routes, services)
  registerLevyDesk(routes, services)
  registerGifts(routes, services)
}

function registerComplaintDesk(routes: Routes, { voice, malls, store, clock }: VoiceDeskServices): void {
  const { complaints } = voice
  const answer = { response: { 200: officerComplaint, ...refusals } }
  routes.get(
    '/api/officer/complaints',
    { schema: { querystring: placeQuery, response: { 200: officerComplaints, ...refusals } } },
    async (request, reply) => {
      const { officer } = await requireVoiceOfficer(request, store)
      const { slug } = requirePlace(malls.region(request.query.region), officer, request.query.region)
      reply.header('cache-control', 'no-store')
      return { complaints: (await complaints.listFor(officer, slug)).map((one) => officerComplaintRow(one, officer.id, clock())) }
    },
  )
  routes.get('/api/officer/complaints/:complaint', { schema: { params: complaintParams, ...answer } }, async (request, reply) => {
    const { officer } = await requireVoiceOfficer(request, store)
    reply.header('cache-control', 'no-store')
    return officerComplaintView(await complaints.readFor(officer, request.params.complaint), officer.id, clock())
  })
  routes.post('/api/officer/complaints/:complaint/take', { schema: { params: complaintParams, ...answer } }, async (request) => {
    const { officer } = await requireVoiceOfficer(request, store)
    return officerComplaintView(await complaints.take(officer, request.params.complaint), officer.id, clock())
  })
  routes.post(
    '/api/officer/complaints/:complaint/answer',
    { schema: { params: complaintParams, body: answerRequest, ...answer } },
    async (request) => {
      const { officer } = await requireVoiceOfficer(request, store)
      return officerComplaintView(await complaints.answer(officer, request.params.complaint, request.body.text), officer.id, clock())
    },
  )
}

function registerLevyDesk(routes: Routes, { voice, malls, store }: VoiceDeskServices): void {
  const { levies } = voice
  const answer = { querystring: placeQuery, params: levyParams, response: { 200: levyDetail, ...refusals } }
  routes.get(
    '/api/integrity/levies',
    { schema: { querystring: placeQuery, response: { 200: leviesSchema, ...refusals } } },
    async (request, reply) => {
      const { officer } = await requireVoiceOfficer(request, store)
      const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
      reply.header('cache-control', 'no-store')
      return { levies: (await levies.listFor(officer, slug)).map((levy) => levyRow(levy, officer.id)) }
    },
  )
  routes.get('/api/integrity/levies/:levy', { schema: answer }, async (request, reply) => {
    const { officer } = await requireVoiceOfficer(request, store)
    const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
    reply.header('cache-control', 'no-store')
    return levyDetailView(await levies.readFor(officer, slug, request.params.levy), officer.id)
  })
  routes.post('/api/integrity/levies/:levy/take', { schema: answer }, async (request) => {
    const { officer } = await requireVoiceOfficer(request, store)
    const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
    return levyDetailView(await levies.take(officer, slug, request.params.levy), officer.id)
  })
  routes.post('/api/integrity/levies/:levy/close', { schema: { ...answer, body: levyCloseRequest } }, async (request) => {
    const { officer } = await requireVoiceOfficer(request, store)
    const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
    return levyDetailView(await levies.close(officer, slug, request.params.levy, request.body), officer.id)
  })
  routes.get(
    '/api/integrity/chain',
    { schema: { querystring: placeQuery, response: { 200: chainSchema, ...refusals } } },
    async (request, reply) => {
      const { officer } = await requireVoiceOfficer(request, store)
      const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
      reply.header('cache-control', 'no-store')
      return levies.check(slug)
    },
  )
}

function registerGifts(routes: Routes, { voice, malls, store, clock }: VoiceDeskServices): void {
  const { gifts } = voice
  const answer = { response: { 200: giftDetail, ...refusals } }
  routes.get('/api/officer/gifts', { schema: { response: { 200: giftsSchema, ...refusals } } }, async (request, reply) => {
    const { officer } = await requireVoiceOfficer(request, store)
    reply.header('cache-control', 'no-store')
    return { gifts: (await gifts.ofOfficer(officer.id)).map((gift) => giftView(gift, officer.id, clock())) }
  })
  routes.post(
    '/api/officer/gifts',
    { schema: { headers: idempotencyHeaders, body: giftRequest, response: { 201: giftDetail, ...refusals } } },
    async (request, reply) => {
      const { officer } = await requireVoiceOfficer(request, store)
      const { region, receivedOn, text } = request.body
      requirePlace(malls.region(region), officer, region)
      const { id } = await gifts.declare({ officer, region, receivedOn, text, key: request.headers['idempotency-key'] })
      reply.header('cache-control', 'no-store')
      return reply.code(201).send(await detail(officer, id))
    },
  )
  routes.get('/api/officer/gifts/:gift', { schema: { params: giftParams, ...answer } }, async (request, reply) => {
    const { officer } = await requireVoiceOfficer(request, store)
    reply.header('cache-control', 'no-store')
    return detail(officer, request.params.gift)
  })
  routes.get(
    '/api/integrity/gifts',
    { schema: { querystring: placeQuery, response: { 200: giftsSchema, ...refusals } } },
    async (request, reply) => {
      const { officer } = await requireVoiceOfficer(request, store)
      const { slug } = requireIntegrity(malls.region(request.query.region), officer, request.query.region)
      reply.header('cache-control', 'no-store')
      return { gifts: (await gifts.listFor(officer, slug)).map((gift) => giftView(gift, officer.id, clock())) }
    },
  )
  routes.post('/api/integrity/gifts/:gift/advance', { schema: { params: giftParams, body: giftAdvance, ...answer } }, async (request) => {
    const { officer } = await requireVoiceOfficer(request, store)
    if (!officer.roles.has('integrity')) throw apiError('forbidden')
    await gifts.advance(officer, request.params.gift, request.body.to)
    return detail(officer, request.params.gift)
  })

  async function detail(officer: VoiceOfficer, id: string) {
    const { gift, text, officerName } = await gifts.readFor(officer, id)
    return { ...giftView(gift, officer.id, clock()), text, officerName, steps: gifts.stepsFor(officer, gift) }
  }
}

const isWithin = (officer: VoiceOfficer, region: string): boolean => officer.region === null || officer.region === region

/** @throws unknown-region; forbidden for another region */
function requirePlace(region: Region | null, officer: VoiceOfficer, asked: string): Region {
  if (region === null) throw apiError('unknown-region', { region: asked })
  if (!isWithin(officer, region.slug)) throw apiError('forbidden')
  return region
}
function requireIntegrity(region: Region | null, officer: VoiceOfficer, asked: string): Region {
  if (!officer.roles.has('integrity')) throw apiError('forbidden')
  return requirePlace(region, officer, asked)
}
