import type { FastifyInstance } from 'fastify'
import type { DemoCode } from '../identity/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices } from './app-services.ts'
import { escapeHtml } from './escape-html.ts'
import { chosenLanguage, type Language } from './language.ts'

const words = {
  id: {
    title: 'Kode masuk — PERAGAAN',
    about:
      'Halaman ini hanya ada pada pemasangan peragaan: kode sekali pakai ditampilkan di sini, tidak dikirim. Halaman dimuat ulang sendiri.',
    none: 'Belum ada kode yang diminta.',
    nik: 'NIK',
    phone: 'Telepon',
    code: 'Kode',
    at: 'Diminta',
  },
  en: {
    title: 'Sign-in codes — DEMONSTRATION',
    about: 'This page exists on a demonstration install only: one-time codes are shown here instead of being sent. It reloads by itself.',
    none: 'No code has been asked for yet.',
    nik: 'NIK',
    phone: 'Telephone',
    code: 'Code',
    at: 'Asked for',
  },
} as const

/** GET /demo/kode: where the one-time codes of a demonstration install are read. On any other install there is nothing here. */
export function registerDemoRoutes(app: FastifyInstance, { identity, config }: AppServices): void {
  app.get('/demo/kode', { schema: { hide: true } }, async (request, reply) => {
    if (!config.isDemo) throw apiError('not-found')
    const page = codePage(identity.demoCodes(), chosenLanguage(request) ?? 'id')
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
  })
}

function codePage(codes: readonly DemoCode[], language: Language): string {
  const t = words[language]
  const row = ({ nikMasked, phoneMasked, code, atMs }: DemoCode) =>
    `<tr><td>${escapeHtml(nikMasked)}</td><td>${escapeHtml(phoneMasked)}</td>` +
    `<td><strong>${escapeHtml(code)}</strong></td><td>${new Date(atMs).toISOString().slice(11, 19)} UTC</td></tr>`
  const head = [t.nik, t.phone, t.code, t.at].map((name) => `<th scope="col">${name}</th>`).join('')
  const list =
    codes.length === 0 ? `<p>${t.none}</p>` : `<table border="1" cellpadding="8"><tr>${head}</tr>${codes.map(row).join('')}</table>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3"><meta name="robots" content="noindex"><title>${t.title}</title></head>
<body><h1>${t.title}</h1><p>${t.about}</p>${list}</body></html>
`
}
