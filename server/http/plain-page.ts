import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Language } from './language.ts'

/** In the look of the mall, within the page: an answer that refuses must not need a second request. No run of six digits: codes are read out of one such page. */
const style =
  'body{margin:0;background:#fbf6ec;color:#2b211b;font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}' +
  'header{background:#5f3c26;color:#fff}header div,main{max-width:760px;margin:0 auto;padding:0 16px}' +
  'header div{display:flex;align-items:center;gap:8px;min-height:60px}header a{color:#fff;font-weight:700;text-decoration:none}' +
  '.home{display:flex;flex:1;align-items:center;gap:8px;min-height:52px;font-size:20px}' +
  '.language{box-sizing:border-box;min-width:48px;padding:8px;border:1.5px solid #d9c2a0;border-radius:99px;text-align:center}' +
  'svg{display:block}main{padding:24px 16px 48px}h1{margin:0 0 12px;font-size:28px;line-height:1.2;letter-spacing:-.01em}' +
  'h2{margin:24px 0 8px;font-size:18px}p{margin:0 0 16px}main a{color:#8f1d26;text-underline-offset:3px}' +
  '.button{display:inline-block;padding:14px 20px;border-radius:12px;background:#8f1d26;color:#fff;font-weight:650;text-decoration:none}' +
  'ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:8px;margin:0;padding:0;list-style:none}' +
  'li a{display:block;padding:10px 16px;border:1px solid #e2d5c1;border-radius:12px;background:#fffdf8;font-weight:650;text-decoration:none}' +
  'table{width:100%;border-collapse:collapse;background:#fffdf8}th,td{padding:8px 4px;border:1px solid #e2d5c1;font-size:15px;text-align:left}td strong{font-size:20px}' +
  ':focus-visible{outline:3px solid #1b4fa0;outline-offset:2px}header :focus-visible{outline-color:#fff}' +
  'li a:hover{border-color:#8b7763}.button:hover{background:#6b131b}'

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mark =
  '<svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5 29 13H3z" fill="#e9b44c"/><path d="M6 15h4v10H6zM14 15h4v10h-4zM22 15h4v10h-4z" fill="#fff4d6"/><path d="M4 26h24v2H4z" fill="#e9b44c"/></svg>'
const band =
  '<svg width="100%" height="16" aria-hidden="true"><pattern id="b" width="32" height="16" patternUnits="userSpaceOnUse"><path fill="#1e1b18" d="M0 0h32v16H0z"/><path d="M16 1l7 7-7 7-7-7z" fill="#b3202a"/><path d="M16 5.5l2.5 2.5-2.5 2.5-2.5-2.5z" fill="#e9b44c"/><path d="M-3 8L3 2v5M35 8l-6-6v5M-3 8l6 6V9M35 8l-6 6V9" fill="none" stroke="#e9b44c" stroke-width="2"/></pattern><path fill="url(#b)" d="M0 0h9999v16H0z"/></svg>'

/** The address in this language, so that what follows a page is in the language of the page. */
export function inLanguage(path: string, language: Language): string {
  return language === 'id' ? path : `${path}?bahasa=${language}`
}

/**
 * Sends a page that stands alone: without a script, without a file beside it.
 * @param page.body HTML; what came from outside is escaped by the caller
 * @param page.head HTML for the head
 * @param page.isOnce the address cannot be opened again, so no other language is offered
 */
export function sendPlainPage(
  reply: FastifyReply,
  page: { readonly language: Language; readonly title: string; readonly body: string; readonly head?: string; readonly isOnce?: boolean },
): FastifyReply {
  const { language, title, body, head = '', isOnce = false } = page
  const [other, name] = language === 'id' ? ['en', 'English'] : ['id', 'Bahasa Indonesia']
  const change = `<a class="language" lang="${other}" hreflang="${other}" href="?bahasa=${other}" aria-label="${name}">${other.toUpperCase()}</a>`
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${head}<title>${title}</title><style>${style}</style></head>
<body><header><div><a class="home" href="${inLanguage('/', language)}">${mark}Balai</a>
${isOnce ? '' : change}</div></header>${band}
<main>${body}</main></body></html>
`)
}
