export { contactView, createContactService, type ContactService, type ContactServiceEvents } from './contact-service.ts'
