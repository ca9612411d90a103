/** What an address of the citizen's side of cases asks for. */
export type CaseAddress =
  | { readonly kind: 'apply'; readonly region: string; readonly service: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'case'; readonly id: string }
  /** What stands in the place of an id, but can be none: to be said back. */
  | { readonly kind: 'no-case'; readonly asked: string }

const slug = '[a-z0-9-]+'
const applyPattern = new RegExp(`^/ajukan/(${slug})/(${slug})/?$`)
const casePattern = /^\/perkara(?:\/([^/]+))?\/?$/
const idPattern = /^[A-Za-z0-9_-]{8,64}$/

/** @param url path, with or without a query; @returns null for any other page */
export function readCaseAddress(url: string): CaseAddress | null {
  const path = url.split(/[?#]/)[0]
  const apply = applyPattern.exec(path)
  if (apply) return { kind: 'apply', region: apply[1], service: apply[2] }
  const one = casePattern.exec(path)
  if (!one) return null
  if (one[1] === undefined) return { kind: 'list' }
  return idPattern.test(one[1]) ? { kind: 'case', id: one[1] } : { kind: 'no-case', asked: asWritten(one[1]) }
}

function asWritten(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
