/** The code that `/tiket/K7M2-9QXA` names, without spaces and hyphens, in capitals; empty when the address names none. */
export function codeOfPath(path: string): string {
  return plainCode(/^\/tiket\/([^/]+)\/?$/.exec(path)?.[1] ?? '')
}

/** A code as people write and read it, to what the server knows. */
export function plainCode(written: string): string {
  try {
    return decodeURIComponent(written)
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
  } catch {
    return ''
  }
}

/** In two halves, as it stands on the paper: "K7M2 9QXA". */
export function shownCode(code: string): string {
  return code.replace(/^(.{4})(.+)$/, '$1 $2')
}
