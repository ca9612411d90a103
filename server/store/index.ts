export { commandStream, readEvents, type StreamCommand, type StreamEvent } from './command-stream.ts'
export { openMemoryStore } from './memory-store.ts'
export { openStore } from './open-store.ts'
export { openSqliteStore } from './sqlite-store.ts'
export { serveStore } from './serve-store.ts'
export { storeErrors } from './store-port.ts'
export type {
  AppendRequest,
  ChallengeRow,
  ChatRow,
  CitizenRow,
  CodeRow,
  CounterRow,
  IdempotentRow,
  OfficerRow,
  RecordRow,
  SessionRow,
  SettingRow,
  Store,
  StoredEvent,
  StoreErrorCode,
  SurveyRow,
  TicketRow,
} from './store-port.ts'
