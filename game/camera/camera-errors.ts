import { CodedError } from '@balai/engine/core'
import type { Localized } from '../api/index.ts'

/** What is still possible after a failure: `audio` a voice without a picture, `chat` writing only, `retry` the same again. */
export type CameraFallback = 'audio' | 'silent-video' | 'chat' | 'retry'

/** Every way in which the officer's camera can fail. Closed; the sentences are for the officer. */
export const cameraErrors = {
  'insecure-origin': {
    fallback: 'chat',
    id: 'Kamera hanya dapat dipakai lewat alamat https. Buka konsol ini dengan https, atau layani lewat tulisan.',
    en: 'The camera works over https only. Open this console by https, or serve in writing.',
  },
  'no-webcodecs': {
    fallback: 'chat',
    id: 'Peramban ini belum dapat mengirim siaran. Perbarui Chrome, Edge, Firefox atau Safari, atau layani lewat tulisan.',
    en: 'This browser cannot send a live picture. Update Chrome, Edge, Firefox or Safari, or serve in writing.',
  },
  'camera-refused': {
    fallback: 'audio',
    id: 'Izin kamera ditolak. Izinkan kamera di kiri bilah alamat lalu coba lagi, atau siarkan suara saja.',
    en: 'The camera was not allowed. Allow it at the left of the address bar and try again, or send your voice only.',
  },
  'camera-missing': {
    fallback: 'audio',
    id: 'Kamera tidak ditemukan. Pasang kamera lalu coba lagi, atau siarkan suara saja.',
    en: 'No camera was found. Plug one in and try again, or send your voice only.',
  },
  'camera-busy': {
    fallback: 'audio',
    id: 'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu lalu coba lagi, atau siarkan suara saja.',
    en: 'Another program uses the camera. Close it and try again, or send your voice only.',
  },
  'camera-ended': {
    fallback: 'audio',
    id: 'Kamera terputus. Periksa kabelnya lalu nyalakan lagi.',
    en: 'The camera was disconnected. Check its cable and switch it on again.',
  },
  'microphone-refused': {
    fallback: 'silent-video',
    id: 'Izin mikrofon ditolak. Izinkan mikrofon di kiri bilah alamat, atau siarkan gambar tanpa suara.',
    en: 'The microphone was not allowed. Allow it at the left of the address bar, or send the picture without sound.',
  },
  'microphone-missing': {
    fallback: 'silent-video',
    id: 'Mikrofon tidak ditemukan. Siaran berjalan tanpa suara.',
    en: 'No microphone was found. The picture goes out without sound.',
  },
  'microphone-ended': {
    fallback: 'silent-video',
    id: 'Mikrofon terputus. Siaran berjalan tanpa suara sampai Anda menyalakannya lagi.',
    en: 'The microphone was disconnected. The picture goes on without sound until you switch it on again.',
  },
  'no-video-codec': {
    fallback: 'audio',
    id: 'Peramban ini tidak dapat mengolah gambar (H.264 atau VP9). Siarkan suara saja, atau pakai peramban lain.',
    en: 'This browser can encode neither H.264 nor VP9. Send your voice only, or use another browser.',
  },
  'no-audio-codec': {
    fallback: 'silent-video',
    id: 'Peramban ini tidak dapat mengolah suara (AAC atau Opus). Siaran berjalan tanpa suara.',
    en: 'This browser can encode neither AAC nor Opus. The picture goes out without sound.',
  },
  'nothing-to-send': {
    fallback: 'chat',
    id: 'Tidak ada gambar atau suara yang dapat dikirim. Layani lewat tulisan.',
    en: 'There is neither picture nor sound to send. Serve in writing.',
  },
  'encoder-failed': {
    fallback: 'retry',
    id: 'Pengolah gambar berhenti. Nyalakan siaran lagi.',
    en: 'The encoder stopped. Switch the live picture on again.',
  },
  'upload-refused': {
    fallback: 'retry',
    id: 'Server menolak siaran ini. Masuk kembali dan buka loket Anda, lalu nyalakan lagi.',
    en: 'The server refused this stream. Sign in again and open your counter, then switch it on again.',
  },
  'stream-replaced': {
    fallback: 'retry',
    id: 'Loket ini sekarang disiarkan dari jendela atau perangkat lain. Siaran di sini dihentikan.',
    en: 'This counter is now sent from another window or device. The live picture here was stopped.',
  },
  'uplink-slow': {
    fallback: 'audio',
    id: 'Sinyal lemah: sebagian gambar dilewati. Bila berlanjut, siarkan suara saja.',
    en: 'The signal is weak: some pictures were skipped. If it goes on, send your voice only.',
  },
  'server-unreachable': {
    fallback: 'retry',
    id: 'Server tidak terjangkau. Siaran dilanjutkan begitu tersambung lagi.',
    en: 'The server cannot be reached. The live picture goes on as soon as it can.',
  },
} as const satisfies Readonly<Record<string, Localized & { readonly fallback: CameraFallback }>>

export type CameraErrorCode = keyof typeof cameraErrors

/** `detail` is for the log, never for the officer. */
export function cameraError(code: CameraErrorCode, detail = ''): CodedError<CameraErrorCode> {
  return new CodedError(code, detail ? `${cameraErrors[code].en} (${detail})` : cameraErrors[code].en, {
    fallback: cameraErrors[code].fallback,
  })
}
