import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { CaseClaim, CaseConsent } from '../../game/api/index.ts'
import {
  caseManifestText,
  checkForm,
  requirementsFor,
  type Answers,
  type Contact,
  type Requirement,
  type ServiceStandard,
} from '../../game/case/index.ts'
import type { Paper, PaperVault } from '../papers/index.ts'
import type { CaseReceipts } from './case-receipts.ts'

/** A form and its papers as a citizen sent them. */
export type Filling = {
  readonly answers: Answers
  /** Paper id by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
  readonly consent: CaseConsent
}
export type CheckedFilling = {
  /** What counts: of the asked fields only. */
  readonly answers: Answers
  readonly papers: ReadonlyMap<string, Paper>
}

/**
 * Whether what was sent is what the standard asks for, and the papers are the citizen's own and may be used for this.
 * @throws no-form, form-invalid, papers-missing, paper-not-asked, unknown-paper, paper-kind, consent-missing
 */
export async function checkFilling(
  standard: ServiceStandard,
  filling: Filling,
  of: { readonly citizen: string; readonly day: string; readonly papers: PaperVault },
): Promise<CheckedFilling> {
  if (standard.form === null || standard.remote === 'prepare') throw new CodedError('no-form', `${standard.service} has no form`)
  const { answers, errors } = checkForm(standard.form, filling.answers, { day: of.day })
  if (errors.length > 0) throw new CodedError('form-invalid', `${errors.length} fields are wrong`, { field: errors[0].field, errors })
  const asked = requirementsFor(standard, answers)
  checkNames(asked, filling.papers)
  const papers = new Map<string, Paper>()
  for (const requirement of asked) {
    const { slug } = requirement
    if (!Object.hasOwn(filling.papers, slug)) continue
    papers.set(slug, await findPaper(requirement, filling.papers[slug], of))
    if (!filling.consent.papers.includes(filling.papers[slug])) throw new CodedError('consent-missing', slug, { requirement: slug })
  }
  return { answers, papers }
}

function checkNames(asked: readonly Requirement[], papers: Readonly<Record<string, string>>): void {
  const missing = asked.filter(({ slug, isOptional }) => isOptional !== true && !Object.hasOwn(papers, slug)).map(({ slug }) => slug)
  if (missing.length > 0) throw new CodedError('papers-missing', missing.join(', '), { requirement: missing[0], requirements: missing })
  const strange = Object.keys(papers).find((slug) => !asked.some((requirement) => requirement.slug === slug))
  if (strange !== undefined) throw new CodedError('paper-not-asked', strange, { requirement: strange })
}

async function findPaper(
  { slug, paper: kind }: Requirement,
  id: string,
  of: { readonly citizen: string; readonly papers: PaperVault },
): Promise<Paper> {
  const paper = await of.papers.find(id)
  if (paper === null || paper.owner !== of.citizen) throw new CodedError('unknown-paper', `no paper ${id}`, { requirement: slug })
  if (paper.kind !== kind) throw new CodedError('paper-kind', `${slug} is a ${paper.kind}`, { requirement: slug })
  return paper
}

/**
 * A claim, when this install signed its receipt for this case; whether it was for the same contents is looked at paper by paper. Anything else is no claim, and no reason
 * to refuse what was sent.
 */
export function readClaim(
  receipts: CaseReceipts,
  claim: CaseClaim | null,
  sent: { readonly case: string; readonly region: string; readonly service: string; readonly version: number; readonly answers: Answers },
  papers: ReadonlyMap<string, Paper>,
): Contact | null {
  if (claim === null || claim.receipt.case !== sent.case || !receipts.isGenuine(claim.receipt)) return null
  const { case: id, region, service, version, answers } = sent
  const text = caseManifestText({ case: id, region, service, version, answers, papers: claim.papers })
  const isManifest = createHash('sha256').update(text).digest('hex') === claim.receipt.manifest
  const named = Object.entries(claim.papers)
  const areThese = named.length === papers.size && named.every(([slug, hash]) => isOf(papers.get(slug), hash))
  const { serverAt, deviceAt, signature } = claim.receipt
  return { serverAtMs: Date.parse(serverAt), deviceAtMs: Date.parse(deviceAt), signature, isSame: isManifest && areThese }
}

/** By what was sent, or, for a paper that the vault had already, by what is kept. */
const isOf = (paper: Paper | undefined, hash: string): boolean =>
  paper !== undefined && (paper.sentSha256 === hash || paper.sha256 === hash)
