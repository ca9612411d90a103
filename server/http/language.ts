/** The two languages of the interface; Indonesian unless asked otherwise. */
export type Language = 'id' | 'en'

export const languageCookie = 'bahasa'

/** Language that the address or the cookie names, else null. */
export function chosenLanguage(request: { query: unknown; cookies?: Readonly<Record<string, string | undefined>> }): Language | null {
  const query = request.query as Readonly<Record<string, unknown>> | undefined
  return asLanguage(query?.[languageCookie]) ?? asLanguage(request.cookies?.[languageCookie])
}

/** Language of an answer for people: `?bahasa=`, the cookie, Accept-Language, else Indonesian. */
export function answerLanguage(request: {
  query: unknown
  cookies?: Readonly<Record<string, string | undefined>>
  headers: { 'accept-language'?: string }
}): Language {
  return chosenLanguage(request) ?? acceptedLanguage(request.headers['accept-language'])
}

/** The one of our languages with the highest weight in an Accept-Language header (RFC 9110, 12.5.4). */
export function acceptedLanguage(header: string | undefined): Language {
  let best: Language = 'id'
  let bestWeight = 0
  for (const part of (header ?? '').split(',', 20)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const primary = tag.trim().split('-')[0]
    // `in` is what old Androids call Indonesian.
    const language = primary === 'in' ? 'id' : asLanguage(primary)
    const weightText = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
    const weight = weightText === undefined ? 1 : Number(weightText.slice(2))
    if (language !== null && weight > bestWeight) {
      best = language
      bestWeight = weight
    }
  }
  return best
}

function asLanguage(value: unknown): Language | null {
  return value === 'id' || value === 'en' ? value : null
}
