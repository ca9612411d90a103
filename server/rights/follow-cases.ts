import type { CaseDirectory } from '../case/index.ts'
import type { Log } from '../identity/index.ts'
import type { Consents } from './consents.ts'

/** What is agreed to with a submission stands beside everything else that a citizen has agreed to, and can be withdrawn there. @returns how to stop */
export function followCases(options: { consents: Pick<Consents, 'give'>; cases: Pick<CaseDirectory, 'onChange'>; log: Log }): () => void {
  const { consents, cases, log } = options
  return cases.onChange(({ summary, event }) => {
    if (event !== 'submitted' && event !== 'resubmitted') return
    const { citizen, region, id } = summary
    consents
      .give({ citizen, region, purpose: 'case-papers', how: 'submission', about: { kind: 'case', id } })
      .catch((error: unknown) => log({ error, case: id }, 'a consent was not written into its list'))
  })
}
