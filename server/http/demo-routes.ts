import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DemoCode } from '../identity/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices } from './app-services.ts'
import { escapeHtml } from './escape-html.ts'
import { chosenLanguage, type Language } from './language.ts'
import { sendPlainPage } from './plain-page.ts'

const words = {
  id: {
    title: 'Kode masuk — PERAGAAN',
    about:
      'Halaman ini hanya ada pada pemasangan peragaan: kode sekali pakai ditampilkan di sini, tidak dikirim. Halaman dimuat ulang sendiri.',
    none: 'Belum ada kode yang diminta.',
    nik: 'NIK',
    phone: 'telepon',
    code: 'Kode',
    at: 'Diminta',
  },
  en: {
    title: 'Sign-in codes — DEMONSTRATION',
    about: 'This page exists on a demonstration install only: one-time codes are shown here instead of being sent. It reloads by itself.',
    none: 'No code has been asked for yet.',
    nik: 'NIK',
    phone: 'telephone',
    code: 'Code',
    at: 'Asked for',
  },
} as const

/** GET /demo/kode: where the one-time codes of a demonstration install are read. On any other install there is nothing here. */
export function registerDemoRoutes(app: FastifyInstance, { identity, config }: AppServices): void {
  app.get('/demo/kode', { schema: { hide: true } }, async (request, reply) => {
    if (!config.isDemo) throw apiError('not-found')
    return sendCodePage(reply.header('cache-control', 'no-store'), identity.demoCodes(), chosenLanguage(request) ?? 'id')
  })
}

function sendCodePage(reply: FastifyReply, codes: readonly DemoCode[], language: Language): FastifyReply {
  const t = words[language]
  const row = ({ nikMasked, phoneMasked, code, atMs }: DemoCode) =>
    `<tr><td><strong>${escapeHtml(code)}</strong></td><td>${escapeHtml(nikMasked)}<br>${escapeHtml(phoneMasked)}</td>` +
    `<td>${new Date(atMs).toISOString().slice(11, 19)} UTC</td></tr>`
  const head = [t.code, `${t.nik}, ${t.phone}`, t.at].map((name) => `<th scope="col">${name}</th>`).join('')
  const list = codes.length === 0 ? `<p>${t.none}</p>` : `<table><tr>${head}</tr>${codes.map(row).join('')}</table>`
  return sendPlainPage(reply, {
    language,
    title: t.title,
    head: '<meta http-equiv="refresh" content="3">',
    body: `<h1>${t.title}</h1><p>${t.about}</p>${list}`,
  })
}
