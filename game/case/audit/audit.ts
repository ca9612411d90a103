import { headText, linkText, sealText, splitEntry } from './audit-line.ts'

/** The texts that are hashed, for whoever writes or opens a chain. */
export const auditText = { head: headText, link: linkText, seal: sealText, split: splitEntry } as const
export { closingAct, type AuditFacts, type AuditHead, type AuditLine, type AuditShown, type Sha256 } from './audit-line.ts'
export { groupAccesses, type Access } from './group-accesses.ts'
export { verifyAudit, type AuditDay, type AuditDayReport, type AuditReport } from './verify-audit.ts'
