export { intentKind, sameIntent, standing, walkIntent, walkToIntent, type Intent, type IntentKind } from './intent.ts'
export { keysToPush, steer } from './steering.ts'
