import type { NoticeService } from '../notice/index.ts'
import type { RightsService } from '../rights/index.ts'
import type { Routes } from './app-services.ts'
import {
  noticeParams,
  noticeSchema,
  noticeSettings,
  noticeSettingsRequest,
  noticesSchema,
  pushEndRequest,
  pushRequest,
} from './notice-schemas.ts'
import { refusals } from './schemas.ts'
import { requireCitizen } from './who.ts'

/** A citizen's own notices, and where they wish to be told of them. */
export function registerNoticeRoutes(
  routes: Routes,
  { notices, rights }: { readonly notices: NoticeService; readonly rights: RightsService },
): void {
  const settingsAnswer = { response: { 200: noticeSettings, ...refusals } }

  routes.get('/api/notices', { schema: { response: { 200: noticesSchema, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return notices.of((await requireCitizen(request)).id)
  })
  routes.post('/api/notices/read', { schema: { response: { 200: noticesSchema, ...refusals } } }, async (request) =>
    notices.markAllRead((await requireCitizen(request)).id),
  )
  routes.post(
    '/api/notices/:notice/read',
    { schema: { params: noticeParams, response: { 200: noticeSchema, ...refusals } } },
    async (request) => notices.markRead((await requireCitizen(request)).id, request.params.notice),
  )

  routes.get('/api/notices/settings', { schema: settingsAnswer }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return notices.settingsOf((await requireCitizen(request)).id)
  })
  routes.put('/api/notices/settings', { schema: { body: noticeSettingsRequest, ...settingsAnswer } }, async (request) => {
    const { id } = await requireCitizen(request)
    const { wanted } = await notices.addresses.putWishes(id, request.body)
    await rights.consents.follow(id, 'notices', wanted.length > 0, 'settings')
    return notices.settingsOf(id)
  })
  routes.post('/api/notices/push', { schema: { body: pushRequest, ...settingsAnswer } }, async (request) => {
    const { id } = await requireCitizen(request)
    await notices.addresses.addDevice(id, request.body)
    await rights.consents.follow(id, 'notices', true, 'browser')
    return notices.settingsOf(id)
  })
  routes.delete('/api/notices/push', { schema: { body: pushEndRequest, ...settingsAnswer } }, async (request) => {
    const { id } = await requireCitizen(request)
    await notices.addresses.removeDevice(id, request.body.endpoint)
    return notices.settingsOf(id)
  })
}
