import type { FastifyRequest } from 'fastify'
import { escapeHtml } from './escape-html.ts'
import type { Language } from './language.ts'

/** Whether a person's browser asks for a page, rather than a program for data. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
}

/** What a person reads who opened an address that refuses: the sentence, and a way on. */
export function refusalPage(sentence: string, language: Language, path: string): string {
  const isOfficers = path.startsWith('/petugas') || path.startsWith('/api/officer')
  const [address, link] = isOfficers
    ? ['/petugas', language === 'id' ? 'Kembali ke konsol petugas' : "Back to the officers' console"]
    : ['/', language === 'id' ? 'Ke daftar wilayah' : 'To the list of regions']
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Balai</title></head><body><h1>${escapeHtml(sentence)}</h1><p><a href="${address}">${link}</a></p></body></html>
`
}
