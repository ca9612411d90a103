/** SHA-256 of a file's bytes, lower-case hexadecimal. It never leaves the device. @throws when the file cannot be read */
export async function hashFile(file: Pick<Blob, 'arrayBuffer'>, subtle: SubtleCrypto): Promise<string> {
  const hash = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
