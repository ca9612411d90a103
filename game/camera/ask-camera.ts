import { picture } from '../stream/index.ts'
import { cameraError, type CameraErrorCode } from './camera-errors.ts'

/**
 * Asks the officer's browser for what a counter sends. The caller stops the tracks.
 * @throws CodedError `insecure-origin`, `camera-…`, `microphone-…`: try again with what the error's `fallback` says
 */
export async function askCamera(wanted: { video: boolean; audio: boolean }): Promise<MediaStream> {
  if (!globalThis.isSecureContext || !navigator.mediaDevices) throw cameraError('insecure-origin')
  const video = wanted.video && {
    width: { ideal: 640 },
    height: { ideal: picture.maxHeight },
    frameRate: { ideal: picture.framesPerSecond, max: 30 },
    facingMode: 'user',
  }
  const audio = wanted.audio && { channelCount: { ideal: 1 }, echoCancellation: true, noiseSuppression: true, autoGainControl: true }
  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio })
  } catch (error) {
    const devices = await listDevices()
    throw cameraError(meaning(error, wanted, devices), String(error))
  }
}

/** The browser says what failed but not which device: when both were asked for, the list of devices tells. */
function meaning(failure: unknown, wanted: { video: boolean; audio: boolean }, devices: readonly MediaDeviceInfo[]): CameraErrorCode {
  const name = failure instanceof DOMException ? failure.name : ''
  const isCamera = wanted.video && !(wanted.audio && devices.some((device) => device.kind === 'videoinput'))
  if (name === 'NotAllowedError' || name === 'SecurityError') return wanted.video ? 'camera-refused' : 'microphone-refused'
  if (name === 'NotReadableError' || name === 'AbortError') return wanted.video ? 'camera-busy' : 'microphone-missing'
  return isCamera ? 'camera-missing' : 'microphone-missing'
}

async function listDevices(): Promise<readonly MediaDeviceInfo[]> {
  try {
    return await navigator.mediaDevices.enumerateDevices()
  } catch {
    return []
  }
}
