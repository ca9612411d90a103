export type { AccessView, Actor, Audit, AuditEntry } from './audit-port.ts'
export { createAudit, type AuditService } from './create-audit.ts'
