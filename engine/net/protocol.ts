/** Raised whenever old and new ends could misread each other. It is in the first message of both. */
export const protocolVersion = 4

/** First byte of every message. Client → server below 64, server → client above. */
export const messageType = {
  hello: 1,
  intent: 2,
  ping: 3,
  able: 4,
  lost: 5,
  welcome: 65,
  pong: 66,
  correction: 67,
} as const

/** The first byte of a frame: this bit, and seven that say what is in it. */
export const frameBit = 0x80

/** Why a server ended a walking socket; the page shows the reason's own sentence and connects again where `retry` says so. */
export const closeCodes = {
  badVersion: { code: 4001, reason: 'the page is older or newer than the server: load it again', retry: false },
  badMessage: { code: 4002, reason: 'a message could not be read', retry: true },
  tooLarge: { code: 4003, reason: 'a message was larger than 256 bytes', retry: true },
  tooMany: { code: 4004, reason: 'more than 60 messages a second', retry: true },
  helloExpected: { code: 4005, reason: 'the first message must be hello, and only the first', retry: true },
  full: { code: 4006, reason: 'the hall is full', retry: true },
  silent: { code: 4007, reason: 'nothing was heard for 30 seconds', retry: true },
  slow: { code: 4008, reason: 'the connection is too slow to follow the hall', retry: true },
  replaced: { code: 4010, reason: 'the same visitor came in by another connection', retry: false },
  goingAway: { code: 4009, reason: 'the server stops; connect again', retry: true },
} as const
export type CloseName = keyof typeof closeCodes

/** Why the server put an avatar elsewhere than its client had it. `tooMany`: speeding; `closedZone`: nobody may go in there now. */
export const correctionReason = { tooLate: 1, diverged: 2, tooMany: 3, closedZone: 4 } as const

/** Largest message a server accepts, bytes. */
export const maxClientMessageBytes = 256
/** Messages a server accepts in a second, and at once after a line has held them. */
export const maxClientMessagesPerSecond = 60
export const maxClientBurst = 240
/** Silence after which either end gives the other up, ms. A client pings every `pingEveryMs`. */
export const silentAfterMs = 30_000
export const pingEveryMs = 12_000
/** On a line whose best round trip is longer than this the clock may be wrong by much: it is asked more often. */
export const poorRttMs = 400
export const pingPoorEveryMs = 4_000
/** How far ahead of the server's tick an intent may be stamped. */
export const aheadTicks = 10
/** Longest display name, UTF-8 bytes. */
export const maxNameBytes = 48
