import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Region } from '../../game/api/index.ts'
import { escapeHtml } from './escape-html.ts'
import type { Language } from './language.ts'
import { inLanguage, sendPlainPage } from './plain-page.ts'

const words = {
  id: {
    console: 'Kembali ke konsol petugas',
    regions: 'Ke daftar wilayah',
    choose: 'Pilih wilayah Anda:',
  },
  en: {
    console: "Back to the officers' console",
    regions: 'To the list of regions',
    choose: 'Choose your region:',
  },
} as const
/** Pages that each region has one of. */
const regionalPages = ['/papan/', '/skm/']

/** Whether a person's browser asks for a page, rather than a program for data. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
}

/**
 * What a person reads who opened an address that refuses: the sentence, and a way on.
 * @param refusal.isOnce the address cannot be opened again
 * @param refusal.regions those to choose from when the region was the fault; their page is of the kind that was asked for
 */
export function sendRefusalPage(
  reply: FastifyReply,
  refusal: {
    readonly sentence: string
    readonly language: Language
    readonly path: string
    readonly regions?: readonly Region[]
    readonly isOnce?: boolean
  },
): FastifyReply {
  const { sentence, language, path, regions = [], isOnce } = refusal
  const t = words[language]
  const isOfficers = path.startsWith('/petugas') || path.startsWith('/api/officer')
  const way =
    regions.length > 0
      ? `<p>${t.choose}</p>${regionLinks(regions, language, regionalPages.find((page) => path.startsWith(page)) ?? '/')}`
      : `<p><a class="button" href="${inLanguage(isOfficers ? '/petugas' : '/', language)}">${isOfficers ? t.console : t.regions}</a></p>`
  const said = escapeHtml(sentence)
  return sendPlainPage(reply, { language, title: `${said} · Balai`, body: `<h1>${said}</h1>${way}`, isOnce })
}

function regionLinks(regions: readonly Region[], language: Language, page: string): string {
  const provinces = [...new Set(regions.map(({ province }) => province))]
  const link = ({ slug, name }: Region) =>
    `<li><a href="${inLanguage(page + encodeURIComponent(slug), language)}">${escapeHtml(name)}</a></li>`
  return provinces
    .map((province) => {
      const links = regions.filter((region) => region.province === province).map(link)
      return `<h2>${escapeHtml(province)}</h2><ul>${links.join('')}</ul>`
    })
    .join('')
}
