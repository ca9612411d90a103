import type { CatalogueResponse } from '../../game/api/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { createPackedAnswers } from './packed-answer.ts'
import {
  agenciesSchema,
  catalogueSchema,
  configSchema,
  dayQuery,
  queueSchema,
  refusals,
  regionParams,
  regionsSchema,
  slotsParams,
  slotsSchema,
} from './schemas.ts'

/** What everybody may read: the install, the regions, their catalogues and queues. */
export function registerPublicRoutes(routes: Routes, services: AppServices): void {
  const { malls, queue, config } = services
  const packed = createPackedAnswers(64)

  routes.get('/api/config', { schema: { response: { 200: configSchema, ...refusals } } }, async () => config)

  routes.get('/api/regions', { schema: { response: { 200: regionsSchema, ...refusals } } }, async () => ({ regions: malls.regions }))

  routes.get(
    '/api/regions/:region/catalogue',
    {
      schema: { params: regionParams, response: { 200: catalogueSchema, ...refusals } },
    },
    async (request, reply) => {
      const region = requireRegion(request.params.region)
      const body = (): CatalogueResponse => ({ region, agencies: malls.agencies(region.slug), counters: malls.counters(region.slug) })
      // Tens of kilobytes that change with the install only: checked at its start, packed once, then sent as they are.
      return packed.send(request, reply, {
        key: `catalogue/${region.slug}`,
        type: 'application/json; charset=utf-8',
        text: () => JSON.stringify(body()),
      })
    },
  )

  routes.get(
    '/api/regions/:region/queue',
    {
      schema: { params: regionParams, response: { 200: queueSchema, ...refusals } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return queue.summary(requireRegion(request.params.region).slug)
    },
  )

  routes.get(
    '/api/regions/:region/agencies',
    { schema: { params: regionParams, response: { 200: agenciesSchema, ...refusals } } },
    async (request, reply) => {
      const { slug } = requireRegion(request.params.region)
      reply.header('cache-control', 'no-store')
      return { agencies: malls.agencies(slug).map((agency) => queue.states.viewOf(slug, agency.slug)) }
    },
  )

  routes.get(
    '/api/regions/:region/groups/:group/slots',
    { schema: { params: slotsParams, querystring: dayQuery, response: { 200: slotsSchema, ...refusals } } },
    async (request, reply) => {
      const { slug } = requireRegion(request.params.region)
      const { group } = request.params
      const day = request.query.day ?? queue.actors.dayNow(slug)
      if (malls.group(slug, group) === null) throw apiError('unknown-group', { group })
      reply.header('cache-control', 'no-store')
      return { day, slots: await queue.slots(slug, group, day) }
    },
  )

  function requireRegion(slug: string) {
    const region = malls.region(slug)
    if (region === null) throw apiError('unknown-region', { region: slug })
    return region
  }
}
