import type { CaseAddress } from '../address.ts'
import { ApplyPage } from './apply-page.tsx'
import { CaseListPage } from './case-list-page.tsx'
import { NoCase } from './no-case.tsx'
import { OneCasePage } from './one-case-page.tsx'

export function CasePage(props: { address: CaseAddress }) {
  const { address } = props
  if (address.kind === 'apply') return <ApplyPage region={address.region} service={address.service} />
  if (address.kind === 'case') return <OneCasePage id={address.id} />
  if (address.kind === 'no-case') return <NoCase asked={address.asked} />
  return <CaseListPage />
}
