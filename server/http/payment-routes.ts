import { z } from 'zod'
import type { PaymentView } from '../../game/api/index.ts'
import type { CaseDirectory } from '../case/index.ts'
import type { PaymentDesk, PaymentDetail } from '../payment/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { adminActor, requireAdmin } from './admin-rights.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import {
  caseParams,
  methodRequest,
  noticeHeaders,
  officerPayment,
  paymentSchema,
  rawText,
  reconciliationSchema,
  reconciliationsSchema,
  refundRequest,
  treasuryQuery,
} from './payment-schemas.ts'
import { paymentView, reconciliationView } from './payment-views.ts'
import { refusals } from './schemas.ts'
import { requireCitizen, requireOfficer } from './who.ts'

/** A year of a busy region's payments in one file. */
const statementLimit = 4 * 1024 * 1024
/** A provider repeats itself when we are slow; a stranger who guesses signatures does not get far. */
const noticeLimit = { rateLimit: { max: 600, timeWindow: '1 minute' } }

type PaymentRouteServices = Pick<AppServices, 'store' | 'audit' | 'malls' | 'clock'> & {
  readonly payments: PaymentDesk
  /** Left out: there are no cases that an officer could look at. */
  readonly cases?: Pick<CaseDirectory, 'find' | 'mayWork'>
}

/** The fee of a case: the payer chooses a way and sees how it stands; an officer sees that it is paid; the provider and the bank say what came. */
export async function registerPaymentRoutes(routes: Routes, services: PaymentRouteServices): Promise<void> {
  registerPayer(routes, services)
  const { cases } = services
  if (cases !== undefined) registerOfficer(routes, { ...services, cases })
  // What is signed and what is a table comes as it is: the parsers hold here alone.
  await routes.register(async (scope) => registerMoneyIn(scope as Routes, services))
}

function registerPayer(routes: Routes, { payments, cases, malls, clock }: PaymentRouteServices): void {
  const answer = { response: { 200: paymentSchema, ...refusals } }
  async function view(detail: PaymentDetail): Promise<PaymentView> {
    const summary = (await cases?.find(detail.payment.case)) ?? null
    const service = summary === null ? null : malls.service(summary.region, summary.service)
    return paymentView(detail, { number: summary?.number ?? null, service: service?.name ?? null }, payments.provider, clock())
  }
  /** Another's fee is answered as one that is not there. */
  async function ownFee(citizen: string, caseId: string): Promise<PaymentDetail> {
    const found = await payments.detailOf(caseId)
    if (found === null || found.payment.citizen !== citizen) throw apiError('unknown-payment')
    return found
  }
  routes.get('/api/cases/:case/payment', { schema: { params: caseParams, ...answer } }, async (request, reply) => {
    const found = await ownFee((await requireCitizen(request)).id, request.params.case)
    reply.header('cache-control', 'no-store')
    return view(found)
  })
  routes.post(
    '/api/cases/:case/payment/method',
    { schema: { params: caseParams, body: methodRequest, ...answer } },
    async (request, reply) => {
      await ownFee((await requireCitizen(request)).id, request.params.case)
      const chosen = await payments.choose(request.params.case, request.body.method)
      reply.header('cache-control', 'no-store')
      return view(chosen)
    },
  )
}

function registerOfficer(
  routes: Routes,
  { payments, store, audit, cases, clock }: PaymentRouteServices & { readonly cases: NonNullable<PaymentRouteServices['cases']> },
): void {
  /** The fee of a case of the officer's own agency, written down before it is shown. */
  async function ownCase(officer: OfficerRow, caseId: string): Promise<{ readonly detail: PaymentDetail; readonly isApprover: boolean }> {
    const summary = await cases.find(caseId)
    const detail = await payments.detailOf(caseId)
    if (summary === null || detail === null) throw apiError('unknown-payment')
    const isOfAgency =
      (officer.region === null || officer.region === summary.region) && (officer.agency === null || officer.agency === summary.agency)
    const roles = await rolesOfOfficer(store, officer)
    const isApprover = isOfAgency && roles.has('approver')
    if (!isApprover && !(await cases.mayWork(officer, caseId))) throw apiError('unknown-payment')
    const { region, citizen } = summary
    const by = { role: 'officer', id: officer.id, agency: officer.agency } as const
    await audit.write({
      atMs: clock(),
      region,
      act: 'payment.read',
      by,
      citizen,
      about: { kind: 'case', id: caseId },
      why: 'memeriksa apakah biaya sudah lunas',
    })
    return { detail, isApprover }
  }
  const answer = { response: { 200: officerPayment, ...refusals } }
  const view = ({ payment: { state } }: PaymentDetail, isApprover: boolean) => ({
    state,
    isCleared: state === 'settled' || state === 'paid' || state === 'exempt',
    mayRefund: isApprover && (state === 'paid' || state === 'settled'),
  })
  routes.get('/api/officer/cases/:case/payment', { schema: { params: caseParams, ...answer } }, async (request, reply) => {
    const { detail, isApprover } = await ownCase(await requireOfficer(request), request.params.case)
    reply.header('cache-control', 'no-store')
    return view(detail, isApprover)
  })
  routes.post(
    '/api/officer/cases/:case/payment/refund',
    { schema: { params: caseParams, body: refundRequest, ...answer } },
    async (request) => {
      const officer = await requireOfficer(request)
      const { isApprover } = await ownCase(officer, request.params.case)
      const by = { role: 'officer', id: officer.id, agency: officer.agency } as const
      return view(await payments.refund(request.params.case, { by, isApprover, reason: request.body.reason }), isApprover)
    },
  )
}

async function registerMoneyIn(routes: Routes, { payments, store, malls }: PaymentRouteServices): Promise<void> {
  routes.removeContentTypeParser('application/json')
  routes.addContentTypeParser(['application/json', 'text/csv', 'text/plain'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  routes.post(
    '/api/payments/notices',
    { schema: { headers: noticeHeaders, body: rawText, response: { 204: z.null(), ...refusals } }, config: noticeLimit },
    async (request, reply) => {
      await payments.takeNotice(request.body, request.headers['x-payment-signature'])
      return reply.code(204).send(null)
    },
  )
  routes.post(
    '/api/admin/reconciliations',
    {
      bodyLimit: statementLimit,
      schema: { querystring: treasuryQuery, body: rawText, response: { 200: reconciliationSchema, ...refusals } },
    },
    async (request, reply) => {
      const { region } = request.query
      const admin = await requireAdmin(request, store, region)
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      reply.header('cache-control', 'no-store')
      return reconciliationView(await payments.reconcile(region, request.body, adminActor(admin)))
    },
  )
  routes.get(
    '/api/admin/reconciliations',
    { schema: { querystring: treasuryQuery, response: { 200: reconciliationsSchema, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      await requireAdmin(request, store, region)
      reply.header('cache-control', 'no-store')
      return { reconciliations: (await payments.reports(region)).map(reconciliationView) }
    },
  )
}
