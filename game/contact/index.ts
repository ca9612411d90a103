export { lowerRung, lowestRung, type ContactRung } from './rung.ts'
export { contactErrors, type ContactErrorCode } from './contact-errors.ts'
export { contactId, decideContact, type Contact, type ContactCommand, type ContactDecision, type ContactParty } from './decide-contact.ts'
