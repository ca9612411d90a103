import { bindCitizen, findCitizen, findCitizens, verifyCitizen } from './citizens.ts'
import { consumeChallenge, countWrongCode, findChallenge, findLock, latestChallenge, lock, putChallenge } from './challenges.ts'
import { findCode, putCode } from './codes.ts'
import { closeCounter, openCounter, openCounters } from './counters.ts'
import { countOfficers, findOfficer, findOfficerBySubject, findOfficerByUsername, putOfficer } from './officers.ts'
import type { OperationName, OperationOf } from './operation.ts'
import { deleteRecord, findRecord, putRecord, recordsAt, recordsDue, recordsOf } from './records.ts'
import { deleteSession, findSession, putSession } from './sessions.ts'
import { putSetting, settings } from './settings.ts'
import { append, findIdempotent, findTicket, listStreams, readStream, ticketsOf } from './streams.ts'
import { hasSurvey, putSurvey } from './surveys.ts'
import { chatOf, putChat } from './talks.ts'
import { check, sweep } from './upkeep.ts'

/** Every method of the store, by its name. */
export const operations: { readonly [Name in OperationName]: OperationOf<Name> } = {
  append,
  readStream,
  listStreams,
  findIdempotent,
  ticketsOf,
  findTicket,
  putCode,
  findCode,
  putRecord,
  deleteRecord,
  findRecord,
  recordsOf,
  recordsAt,
  recordsDue,
  putSetting,
  settings,
  findCitizens,
  findCitizen,
  bindCitizen,
  verifyCitizen,
  putChallenge,
  findChallenge,
  latestChallenge,
  countWrongCode,
  consumeChallenge,
  findLock,
  lock,
  putSession,
  findSession,
  deleteSession,
  countOfficers,
  putOfficer,
  findOfficer,
  findOfficerByUsername,
  findOfficerBySubject,
  openCounter,
  closeCounter,
  openCounters,
  putChat,
  chatOf,
  putSurvey,
  hasSurvey,
  sweep,
  check,
}
export { storeError, type OperationName } from './operation.ts'
