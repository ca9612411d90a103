import type { FastifyRequest } from 'fastify'
import type { Actor } from '../audit/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { apiError } from './api-error.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import { requireOfficer } from './who.ts'

type OfficerStore = Parameters<typeof rolesOfOfficer>[0]

/** Somebody who may administer: a region of their own, or (null) every one. */
export type Admin = { readonly officer: OfficerRow; readonly region: string | null }

/** @throws sign-in-required, forbidden for who is neither without a region nor has the role admin */
export async function requireAnyAdmin(request: FastifyRequest, store: OfficerStore): Promise<Admin> {
  const officer = await requireOfficer(request)
  if (officer.region === null) return { officer, region: null }
  if (!(await rolesOfOfficer(store, officer)).has('admin')) throw apiError('forbidden')
  return { officer, region: officer.region }
}

/** @throws sign-in-required, forbidden also for the administrator of another region */
export async function requireAdmin(request: FastifyRequest, store: OfficerStore, region: string): Promise<OfficerRow> {
  const admin = await requireAnyAdmin(request, store)
  if (admin.region !== null && admin.region !== region) throw apiError('forbidden')
  return admin.officer
}

/** The region of an auditor's or administrator's account; null: every one. @throws sign-in-required, forbidden */
export async function requireAnyAuditor(request: FastifyRequest, store: OfficerStore): Promise<Admin & { isAuditor: boolean }> {
  const officer = await requireOfficer(request)
  if (officer.region === null) return { officer, region: null, isAuditor: false }
  const roles = await rolesOfOfficer(store, officer)
  if (roles.has('admin')) return { officer, region: officer.region, isAuditor: false }
  if (!roles.has('auditor')) throw apiError('forbidden')
  return { officer, region: officer.region, isAuditor: true }
}

/** Of the region, or of none. @throws sign-in-required, forbidden */
export async function requireAuditor(request: FastifyRequest, store: OfficerStore, region: string): Promise<OfficerRow> {
  const officer = await requireOfficer(request)
  if (officer.region !== null && officer.region !== region) throw apiError('forbidden')
  const roles = await rolesOfOfficer(store, officer)
  if (!roles.has('auditor') && !roles.has('admin')) throw apiError('forbidden')
  return officer
}

export function adminActor({ id, agency }: OfficerRow): Actor {
  return { role: 'admin', id, agency }
}
