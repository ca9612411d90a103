/** What `/petugas/statistik?hari=2026-11-22&wilayah=kukar` asks for; null where it says nothing. */
export type StatisticsAddress = { readonly day: string | null; readonly region: string | null }

export function readAddress(search: string): StatisticsAddress {
  const query = new URLSearchParams(search)
  const day = query.get('hari')
  return { day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null, region: query.get('wilayah') || null }
}

export function statisticsPath(day: string, region: string): string {
  return `/petugas/statistik?${new URLSearchParams({ hari: day, wilayah: region }).toString()}`
}

/** Where the figures are fetched; `csv` one line a ticket. */
export function figuresPath(day: string, region: string, as: 'json' | 'csv'): string {
  return `/api/officer/statistics${as === 'csv' ? '.csv' : ''}?${new URLSearchParams({ day, region }).toString()}`
}
