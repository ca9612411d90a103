export {
  gestureIntent,
  gestures,
  intentKind,
  sameIntent,
  standing,
  walkIntent,
  targetMaxM,
  targetStepM,
  walkToIntent,
  type Intent,
  type IntentKind,
} from './intent.ts'
export { keysToPush, steer } from './steering.ts'
