/** The parts of the page, in the order of their tabs. */
export const sections = ['jam', 'aturan', 'libur', 'ruang', 'petugas', 'privasi', 'audit', 'lain'] as const
export type Section = (typeof sections)[number]

/** `/admin?wilayah=kukar#jam/disdukcapil`: region, part, and what is chosen in it (an agency or a line); null where nothing is said. */
export type AdminAddress = { readonly region: string | null; readonly section: Section; readonly chosen: string | null }

export function readAdminAddress(search: string, hash: string): AdminAddress {
  const [part, chosen] = hash.replace(/^#/, '').split('/')
  return {
    region: new URLSearchParams(search).get('wilayah') || null,
    section: sections.find((one) => one === part) ?? 'jam',
    chosen: chosen !== undefined && /^[\w-]{1,64}$/.test(chosen) ? chosen : null,
  }
}

/** Who audits and administers nothing sees the audit alone. */
export function sectionsOf(start: { readonly isAuditor: boolean }): readonly Section[] {
  return start.isAuditor ? ['audit'] : sections
}

export function adminHash(section: Section, chosen: string | null): string {
  return chosen === null ? `#${section}` : `#${section}/${chosen}`
}
