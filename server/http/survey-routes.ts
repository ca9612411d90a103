import { dashboardCsv, daysOfPeriod, movePeriod, periodOf, type Profile } from '../../game/survey/index.ts'
import type { SurveyBoard } from '../../game/api/index.ts'
import type { PlacedTicket } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { refusals, regionParams, textAnswer, ticketParams, ticketSchema } from './schemas.ts'
import { boardQuery, caseParams, surveyBoard, surveyDue, surveyRequest } from './survey-schemas.ts'
import { requireCitizen } from './who.ts'

/** The satisfaction survey: once for each finished ticket or case, by its holder; and the board that everybody may see. */
export function registerSurveyRoutes(routes: Routes, { queue, views, malls, surveys }: AppServices): void {
  routes.post(
    '/api/tickets/:ticket/survey',
    { schema: { params: ticketParams, body: surveyRequest, response: { 201: ticketSchema, ...refusals } } },
    async (request, reply) => {
      const placed = await ownTicket((await requireCitizen(request)).id, request.params.ticket)
      const { id, label, state, service } = placed.ticket
      const { answers, profile = {} } = request.body
      if (state !== 'done') throw apiError('wrong-state', { label: label ?? '', state })
      const { region, agency, day } = placed
      await surveys.answer({ kind: 'ticket', id }, { region, agency, service, day, answers, profile: profile as Profile })
      return reply.code(201).send(await views.ticket(placed))
    },
  )

  routes.get(
    '/api/cases/:case/survey',
    { schema: { params: caseParams, response: { 200: surveyDue, ...refusals } } },
    async (request, reply) => {
      const { id } = await surveys.finishedCase(request.params.case, (await requireCitizen(request)).id)
      reply.header('cache-control', 'no-store')
      return { isDue: !(await surveys.isRated({ kind: 'case', id })) }
    },
  )
  routes.post(
    '/api/cases/:case/survey',
    { schema: { params: caseParams, body: surveyRequest, response: { 201: surveyDue, ...refusals } } },
    async (request, reply) => {
      const { id, region, agency, service } = await surveys.finishedCase(request.params.case, (await requireCitizen(request)).id)
      const { answers, profile = {} } = request.body
      const day = queue.actors.dayNow(region)
      await surveys.answer({ kind: 'case', id }, { region, agency, service, day, answers, profile: profile as Profile })
      return reply.code(201).send({ isDue: false })
    },
  )

  const boardOptions = { params: regionParams, querystring: boardQuery }
  routes.get(
    '/api/regions/:region/survey',
    { schema: { ...boardOptions, response: { 200: surveyBoard, ...refusals } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return boardOf(request.params.region, request.query)
    },
  )
  routes.get(
    '/api/regions/:region/survey.csv',
    { schema: { ...boardOptions, response: { 200: textAnswer, ...refusals } } },
    async (request, reply) => {
      const board = await boardOf(request.params.region, request.query)
      const name = ['skm', board.region, board.agency, board.period].filter((part) => part !== null).join('-')
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(dashboardCsv(board))
    },
  )

  async function boardOf(region: string, query: { agency?: string; period?: string }): Promise<SurveyBoard> {
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    const agency = query.agency ?? null
    if (agency !== null && malls.agency(region, agency) === null) throw apiError('unknown-agency', { agency })
    const today = queue.actors.dayNow(region)
    const now = periodOf(today)
    const period = query.period ?? movePeriod(now, -1)
    const board = await surveys.board(region, agency, period, today)
    return { ...board, region, agency, now, ...daysOfPeriod(period) }
  }
  async function ownTicket(citizen: string, ticket: string): Promise<PlacedTicket> {
    const placed = await queue.find(ticket)
    if (placed === null || placed.ticket.citizen !== citizen) throw apiError('unknown-ticket')
    return placed
  }
}
