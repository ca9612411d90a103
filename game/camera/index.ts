export { askCamera } from './ask-camera.ts'
export { cameraErrors, type CameraErrorCode, type CameraFallback } from './camera-errors.ts'
export { startCamera, type CameraEvent, type CameraOptions, type CameraSession, type CameraStats } from './camera-session.ts'
