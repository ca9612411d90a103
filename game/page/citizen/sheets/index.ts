import './sheets.css'

export { beginSheets } from './begin-sheets.tsx'
export { Overlay } from './overlay.tsx'
export { TicketChip } from './ticket-chip.tsx'
