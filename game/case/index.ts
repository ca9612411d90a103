export { holds, type Answers, type Condition } from './standard/condition.ts'
export type { Localized } from './standard/localized.ts'
export type {
  CaseRole,
  Exemption,
  KeptComponents,
  Product,
  Requirement,
  ServiceStandard,
  Step,
  Tariff,
  TariffItem,
} from './standard/standard.ts'
export type { Choice, Field, Form, NumberField, TextField, YesNoField } from './form/form.ts'
export { checkForm, type FormCheck } from './form/check-form.ts'
export {
  fieldErrors,
  fieldWarnings,
  type FieldError,
  type FieldErrorCode,
  type FieldWarning,
  type FieldWarningCode,
} from './form/form-errors.ts'
export { readNik, type NikReading } from './form/nik.ts'
export { visibleFields } from './form/visible-fields.ts'
export { checkStandard } from './standard/check-standard.ts'
export { placesTaken, settlePlace, takePlace, type PlaceEvent } from './standard/exemption-places.ts'
export { feeAt, type Fee, type FeeCircumstances } from './standard/fee.ts'
export { rehearse, type HeldPaper, type Rehearsal, type RehearsalRow, type RehearsalState } from './standard/rehearse.ts'
export { promisedWorkingDays, requirementsFor } from './standard/requirements.ts'
export { standardFaults, type StandardFault, type StandardFaultCode } from './standard/standard-faults.ts'
export {
  auditText,
  closingAct,
  groupAccesses,
  verifyAudit,
  type Access,
  type AuditDay,
  type AuditDayReport,
  type AuditFacts,
  type AuditHead,
  type AuditLine,
  type AuditReport,
  type AuditShown,
  type Sha256,
} from './audit/audit.ts'
export {
  actionsOf,
  addWorkingDays,
  applyCaseEvent,
  caseActions,
  caseErrors,
  caseManifestText,
  caseOf,
  caseReceiptText,
  caseStates,
  closingOf,
  collectionWays,
  dayAt,
  decideCase,
  defaultCasePolicy,
  dueDay,
  dueMs,
  duplicatesOf,
  firstWorkingDay,
  historyWords,
  isEnded,
  isLate,
  isPaused,
  isWorkingDay,
  keepsPlace,
  makeCaseNumber,
  mayWork,
  nextEscalation,
  planOf,
  promisedDay,
  readCaseNumber,
  roleActions,
  rolesInTurn,
  stepInHand,
  subtractWorkingDays,
  turnOf,
  workingDaysBetween,
  workingMsBetween,
  type Candidate,
  type CaseAction,
  type CaseBrief,
  type CaseCommand,
  type CaseDecision,
  type CaseErrorCode,
  type CaseEvent,
  type CaseManifest,
  type CasePolicy,
  type CaseState,
  type CaseStateName,
  type CaseText,
  type CollectionWay,
  type Contact,
  type DeskCommand,
  type DeskOfficer,
  type FeeOfCase,
  type FilledForm,
  type Mark,
  type ReturnMarks,
  type SubmitCommand,
  type Turn,
  type WorkCalendar,
} from './flow/index.ts'
export { chainPayment, receiptOf, type PaymentReceipt } from './payment/receipt.ts'
export { decidePayment, keptReference, type PaymentCommand, type PaymentDecision } from './payment/decide-payment.ts'
export { paymentErrors, type PaymentErrorCode } from './payment/payment-errors.ts'
export {
  currentReference,
  foldPayment,
  paymentMethods,
  type PaymentEvent,
  type PaymentMethod,
  type PaymentReference,
  type PaymentState,
  type StrayMoney,
} from './payment/payment-state.ts'
export { plainReference, readStatement, type StatementResult, type StatementRow } from './payment/statement.ts'
export { reconcile, rowOutcomes, type ReconciledRow, type Reconciliation, type RowOutcome } from './payment/reconcile.ts'
export {
  checkLetter,
  checkPin,
  codeAlphabet,
  contentText,
  decideDocument,
  documentErrors,
  foldDocuments,
  holderInitials,
  isVerifyCode,
  mostWrongPins,
  pickupCodeLength,
  pickupLanes,
  plainCode,
  signatureNotice,
  spacedCode,
  statementText,
  verdictOf,
  verifyCodeLength,
  type Collector,
  type DocumentCommand,
  type DocumentDecision,
  type DocumentErrorCode,
  type DocumentEvent,
  type DocumentFile,
  type DocumentSeal,
  type DocumentState,
  type DocumentStateName,
  type DocumentStatement,
  type PickupLane,
  type ProductKind,
  type ShownIdentity,
  type Verdict,
} from './document/document.ts'
export { checkJpeg, type JpegFacts } from './papers/check-jpeg.ts'
export { checkPng, type PngFacts } from './papers/check-png.ts'
export { detectPaperType, type PaperFileType } from './papers/detect-type.ts'
export { refuseForeignTraces } from './papers/foreign-traces.ts'
export { orientPixels, type Pixels } from './papers/orient-pixels.ts'
export { paperError, paperErrors, type PaperErrorCode } from './papers/paper-errors.ts'
export { paperLimits, type PaperLimits } from './papers/paper-limits.ts'
export { checkPdf, type CheckedPdf } from './papers/pdf/check-pdf.ts'
export type { Inflate } from './papers/pdf/unpack-stream.ts'
export {
  complaintClasses,
  complaintKinds,
  complaintLevels,
  mostReopenings,
  type ComplaintKind,
  type ComplaintLevel,
} from './voice/complaint-kinds.ts'
export {
  foldComplaint,
  type ComplaintEvent,
  type ComplaintState,
  type ComplaintStateName,
  type ComplaintSubject,
  type ComplaintVoice,
  type KeptWords,
} from './voice/complaint-state.ts'
export { decideComplaint, whyNotTheirs, type ComplaintCommand, type DueAfter } from './voice/decide-complaint.ts'
export { decideLevy, whyNotForIntegrity, type LevyCommand } from './voice/decide-levy.ts'
export { brokenLevyLine, factsText, isSealedFacts } from './voice/levy-chain.ts'
export {
  foldLevies,
  levyOutcomes,
  retractMs,
  type LevyChain,
  type LevyEvent,
  type LevyFacts,
  type LevyOutcome,
  type LevyState,
  type LevyStateName,
} from './voice/levy-state.ts'
export {
  decideGift,
  foldGift,
  giftStates,
  giftSteps,
  isOverdue,
  type GiftCommand,
  type GiftEvent,
  type GiftState,
  type GiftStateName,
} from './voice/gift.ts'
export { voiceErrors, type VoiceDecision, type VoiceErrorCode } from './voice/voice-errors.ts'
export type { VoiceOfficer } from './voice/voice-officer.ts'
export { fillNotice, noticeAt, noticeWords, type NoticeKey, type NoticeRow } from './notice/notice-words.ts'
export { sendAtMs, usualQuietHours, type QuietHours } from './notice/quiet-hours.ts'
export {
  afterTry,
  beforeTry,
  noticeChannels,
  planDeliveries,
  type Delivery,
  type DeliveryWishes,
  type NoticeChannel,
  type Outcome,
  type SkipReason as NoticeSkipReason,
} from './notice/delivery.ts'
export { consentText, isPurpose, purposes, type Purpose, type PurposeSlug } from './rights/purposes.ts'
export {
  applyConsentEvent,
  findConsent,
  giveConsent,
  mayUse,
  stopByMs,
  stopConsent,
  withdrawConsent,
  type Consent,
  type ConsentBook,
  type ConsentEvent,
} from './rights/consent.ts'
export {
  classOfKind,
  decideErasure,
  isPastRetention,
  retentionClasses,
  type Erasure,
  type Held,
  type RetentionClass,
  type RetentionSlug,
} from './rights/retention.ts'
export {
  answerDataRequest,
  applyDataRequest,
  isDataRequestLate,
  type DataRequest,
  type DataRequestEvent,
} from './rights/data-request.ts'
export {
  applyBreachEvent,
  breachFacts,
  closeBreach,
  describeBreach,
  findBreach,
  notifyBreach,
  type Breach,
  type BreachEvent,
  type BreachFact,
  type BreachFacts,
} from './rights/breach.ts'
