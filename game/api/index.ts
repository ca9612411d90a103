export type { Agency, Catalogue, Localized, Region, Service, ServiceGroup, Theme, WingSlug } from './catalogue.ts'
export { apiErrors } from './http.ts'
export type {
  ApiErrorBody,
  ApiErrorCode,
  CatalogueResponse,
  ConfigResponse,
  ContactView,
  CounterPlace,
  CounterStream,
  CounterSummary,
  GroupSummary,
  OfficerCounter,
  OfficerSignInRequest,
  OfficerStart,
  OfficerTicket,
  OtpRequest,
  OtpResponse,
  OtpVerifyRequest,
  QueueSummary,
  RegionsResponse,
  SessionResponse,
  SessionView,
  StreamStartRequest,
  StreamStartResponse,
  SurveyRequest,
  TicketRequest,
  TicketsResponse,
  TicketView,
  WaitRange,
} from './http.ts'
export { serviceCloseCodes, serviceSocketPath, worldSocketPath, type ServiceEvent, type ServiceRequest } from './socket.ts'
export type { WorldRegionStats, WorldThreadEvent, WorldThreadRequest } from './world-thread.ts'
