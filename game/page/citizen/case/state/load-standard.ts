import type { StandardResponse } from '../../../../api/index.ts'
import { isUnanswered } from '../../../shared/index.ts'
import type { CaseApp } from './case-app.ts'
import type { ApplyStandard } from './standard.ts'

type Of = { readonly region: string; readonly service: string }

/**
 * A service's standard: the server's, and without signal the one that this device was shown last.
 * @throws CodedError when the server does not know the service, or when there is no signal and nothing is kept
 */
export async function fetchStandard({ app, keep }: Pick<CaseApp, 'app' | 'keep'>, of: Of): Promise<StandardResponse> {
  const name = `standard/${of.region}/${of.service}`
  try {
    const standard = await app.call<StandardResponse>('GET', `/api/regions/${of.region}/services/${of.service}/standard`)
    await keep.write(name, standard)
    return standard
  } catch (error) {
    const kept = isUnanswered(error) ? await keep.read<StandardResponse>(name) : null
    if (kept === null) throw error
    return kept
  }
}

/** The same, for filling in. @returns null where the service begins at a counter; @throws as `fetchStandard` */
export async function loadStandard(caseApp: Pick<CaseApp, 'app' | 'keep'>, of: Of): Promise<ApplyStandard | null> {
  const standard = await fetchStandard(caseApp, of)
  const { form, calendar } = standard
  return form === null || calendar === null ? null : { ...standard, form, calendar }
}
