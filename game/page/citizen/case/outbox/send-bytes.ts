import { CodedError } from '@balai/engine/core'
import { Upload, type DetailedError } from 'tus-js-client'
import { paperUploadPath } from '../../../../api/index.ts'

export type ByteSending = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where an earlier try has left its bytes; null: none has. */
  readonly uploadUrl: string | null
  readonly onUrl: (url: string) => void
  /** 0 to 1. */
  readonly onSent: (part: number) => void
  readonly signal: AbortSignal
}

/** A line on which nothing moves for so long is dead, whatever the browser says; a weak one moves a little. */
const stallMs = 45_000

/**
 * Sends bytes by tus, from where the last try ended. One try: the caller decides about the next.
 * @returns the address of the whole upload
 * @throws CodedError `offline`, `timeout`, or the server's refusal by its code
 */
export function sendBytes(sending: ByteSending): Promise<string> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(new CodedError('timeout', 'the line has stood still; send the rest again')), stallMs)
    }
    const end = () => {
      clearTimeout(timer)
      sending.signal.removeEventListener('abort', stop)
    }
    const upload = new Upload(new Blob([sending.bytes]), {
      endpoint: paperUploadPath,
      uploadUrl: sending.uploadUrl,
      // This outbox keeps the addresses itself, sealed, and has its own patience.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: async () => '',
      onUploadUrlAvailable() {
        if (upload.url) sending.onUrl(upload.url)
        alive()
      },
      onProgress(sent, total) {
        sending.onSent(total === 0 ? 0 : sent / total)
        alive()
      },
      onError(error) {
        end()
        reject(codeOf(error))
      },
      onSuccess() {
        end()
        resolve(upload.url ?? '')
      },
    })
    const fail = (error: CodedError) => {
      end()
      void giveUp(upload)
      reject(error)
    }
    const stop = () => fail(new CodedError('offline', 'the line was given up; send the rest again'))
    sending.signal.addEventListener('abort', stop)
    alive()
    upload.start()
  })
}

/** What has arrived stays there for the next try. */
async function giveUp(upload: Upload): Promise<void> {
  try {
    await upload.abort()
  } catch {
    // It had ended by itself.
  }
}

/** The server's refusals come as everywhere; what never arrived is a matter of the line. */
function codeOf(error: Error | DetailedError): CodedError {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (!response) return new CodedError('offline', 'the upload could not be reached; send the rest again')
  const refusal = readRefusal(response.getBody())
  if (refusal) return refusal
  if (response.getStatus() === 401) return new CodedError('sign-in-required', 'sign in, then send again')
  return new CodedError('internal', `the upload was answered with ${response.getStatus()}; send the rest again`)
}

function readRefusal(body: string): CodedError | null {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } }
    return typeof error?.code === 'string' && typeof error.message === 'string' ? new CodedError(error.code, error.message) : null
  } catch {
    return null
  }
}
