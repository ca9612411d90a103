import { paperUploadPath } from '../../../game/api/index.ts'

/** The protocol by hand, so that a test may send any part of a file and break off anywhere. */
export function createTusClient(origin: string, cookie: string) {
  const headers = { 'tus-resumable': '1.0.0', cookie, origin }
  return {
    async create(bytes: number, more: Record<string, string> = {}) {
      const answer = await fetch(`${origin}${paperUploadPath}`, {
        method: 'POST',
        headers: { ...headers, 'upload-length': String(bytes), ...more },
      })
      return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
    },
    async offset(location: string) {
      const answer = await fetch(`${origin}${location}`, { method: 'HEAD', headers })
      return { status: answer.status, offset: Number(answer.headers.get('upload-offset') ?? -1) }
    },
    async send(location: string, offset: number, bytes: Uint8Array) {
      const answer = await fetch(`${origin}${location}`, {
        method: 'PATCH',
        headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: bytes as Uint8Array<ArrayBuffer>,
      })
      return { status: answer.status, offset: Number(answer.headers.get('upload-offset') ?? -1), text: await answer.text() }
    },
    async remove(location: string) {
      return (await fetch(`${origin}${location}`, { method: 'DELETE', headers })).status
    },
    /** Makes an upload and sends it whole. @returns its id */
    async upload(bytes: Uint8Array): Promise<string> {
      const { location, status, text } = await this.create(bytes.length)
      if (status !== 201) throw new Error(`${status} ${text}`)
      const sent = bytes.length === 0 ? { status: 204 } : await this.send(location, 0, bytes)
      if (sent.status !== 204) throw new Error(`the upload was answered ${sent.status}`)
      return location.slice(location.lastIndexOf('/') + 1)
    },
  }
}
