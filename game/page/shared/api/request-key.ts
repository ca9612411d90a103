/** A new key for a request that must count once: 22 of A–Z a–z 0–9 - _, 128 random bits. Works on insecure origins too. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
