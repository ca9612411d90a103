import type { DocumentKeysResponse, DocumentView, VerifyResponse } from '../../game/api/index.ts'
import { plainCode } from '../../game/case/index.ts'
import type { DocumentKeys, IssuedDocument, Verification } from '../documents/index.ts'
import type { Malls } from '../mall/index.ts'

export function documentView(document: IssuedDocument, malls: Malls): DocumentView {
  const { id, number, title, kind, state, case: caseId, region, agency, service, issuedAtMs, prints, code, handedOver } = document
  const { hasPickupCode, hasPin } = document
  return {
    id,
    number,
    title,
    kind,
    state,
    case: caseId,
    region,
    timeZone: malls.region(region)?.timeZone ?? 'UTC',
    agency,
    service,
    prints,
    hasPickupCode,
    hasPin,
    issuedAt: iso(issuedAtMs),
    checkPath: `/cek/${code}`,
    handedOver: handedOver === null ? null : { at: iso(handedOver.atMs), lane: handedOver.lane, to: handedOver.collector.kind },
  }
}

/** @param typed the code as it stands in the address */
export function verifyView(typed: string, { verdict, why, seal, publicKey }: Verification, malls: Malls): VerifyResponse {
  const region = seal === null ? null : malls.region(seal.statement.region)
  const agency = seal === null ? null : malls.agency(seal.statement.region, seal.statement.agency)
  const names = seal === null ? null : { region: region?.name ?? seal.statement.region, agency: agency?.name ?? seal.statement.agency }
  return { code: plainCode(typed).slice(0, 16), verdict, why, seal, publicKey, names, isDemo: region?.isDemo ?? false }
}

export async function keysView(keys: DocumentKeys): Promise<DocumentKeysResponse> {
  const all = await keys.all()
  return {
    keys: all.map(({ id, publicKey, fromMs, untilMs }) => ({
      id,
      publicKey,
      from: iso(fromMs),
      until: untilMs === null ? null : iso(untilMs),
    })),
  }
}

export function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}
