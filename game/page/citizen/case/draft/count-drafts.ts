import type { CaseView } from '../../../../api/index.ts'

/** Where forms that were begun lie, and corrections of a return that were. */
export const draftPrefixes = ['draft/', 'fix/'] as const

type Known = { readonly cases: readonly Pick<CaseView, 'id' | 'returned'>[]; readonly sendings: readonly { readonly id: string }[] }

/** How many forms are begun and not handed over. A correction stays after it was sent: it counts only while its very return is still open. */
export function countDrafts(names: readonly string[], { cases, sendings }: Known): number {
  const isOpen = ({ id, returned }: Known['cases'][number]) =>
    returned !== null && names.includes(`fix/${id}/${returned.at}`) && !sendings.some((row) => row.id === id)
  return names.filter((name) => name.startsWith('draft/')).length + cases.filter(isOpen).length
}
