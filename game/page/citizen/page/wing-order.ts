import type { WingSlug } from '../../../api/index.ts'

/** The order of the wings from the door, the same in every region. */
export const wingOrder: readonly WingSlug[] = ['kependudukan', 'pajak', 'kesehatan', 'usaha', 'sosial', 'perbankan']
