import './old-browsers.ts'

export { openStorage } from './browser/open-storage.ts'
export { pageLanguage, rememberLanguage } from './browser/page-language.ts'
export { createApiCall, isUnanswered, type ApiCall, type CallError, type CallErrorCode, type CallOptions } from './api/call.ts'
export { callSentence } from './api/call-sentence.ts'
export { newRequestKey } from './api/request-key.ts'
export { createServiceSocket, serviceSocketUrl, type ServiceSocket, type SocketOptions, type SocketState } from './socket/service-socket.ts'
export { keepChatHistory, type ChatHistory, type ChatLine } from './socket/chat-history.ts'
export { wakeSocket } from './socket/wake-socket.ts'
export {
  asLanguage,
  createTranslate,
  fillText,
  languages,
  type Language,
  type Messages,
  type TextValues,
  type Translate,
} from './text/translate.ts'
export {
  formatBytes,
  formatClock,
  formatDate,
  formatDay,
  formatFee,
  formatOrdinal,
  formatRupiah,
  formatTime,
  formatWait,
  pick,
} from './text/format.ts'
export { TextProvider, useText, type Text } from './text/text-context.tsx'
export { loadMessages } from './text/load-messages.ts'
export { Icon, iconPaths, type IconName } from './components/icon.tsx'
export { LanguageSwitch } from './components/language-switch.tsx'
export { Busy, Notice, type NoticeTone } from './components/notice.tsx'
export { OfflineBanner } from './components/offline-banner.tsx'
export { Ornament } from './components/ornament.tsx'
export { Sheet, type SheetProps } from './components/sheet.tsx'
export { withQuery } from './components/with-query.ts'
