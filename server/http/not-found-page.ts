import type { FastifyRequest } from 'fastify'
import { apiErrors } from '../../game/api/index.ts'
import type { Language } from './language.ts'

/** Whether a person's browser asks for a page, rather than a program for data. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && !request.url.startsWith('/api/') && String(request.headers.accept ?? '').includes('text/html')
}

/** A page for an address where nothing is; it leads to the list of regions. */
export function notFoundPage(language: Language): string {
  const sentence = apiErrors['not-found'][language]
  const link = language === 'id' ? 'Ke daftar wilayah' : 'To the list of regions'
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Balai</title></head><body><h1>${sentence}</h1><p><a href="/">${link}</a></p></body></html>
`
}
