import type { OtpResponse } from '../../game/api/index.ts'
import type { Caller } from './run-caller.ts'

/** A signed-in citizen: `cookie` goes with every call, `from` is the address they call from. */
export type RunCitizen = { readonly cookie: string; readonly from: string }

/** Number `index` (0 to 9,998) of the made-up citizens: NIK and telephone as one would type them. */
export function madeUpCitizen(index: number): { readonly nik: string; readonly phone: string; readonly from: string } {
  const serial = String(index + 1).padStart(4, '0')
  return { nik: `640201150690${serial}`, phone: `0812000${serial}`, from: `10.7.${index >> 8}.${index & 255}` }
}

/** Signs a made-up citizen in as a person does, with the code read from the demonstration page. @throws Error when a step is refused */
export async function signInCitizen(caller: Caller, index: number): Promise<RunCitizen> {
  const { nik, phone, from } = madeUpCitizen(index)
  const asked = await caller.call('POST', '/api/session/otp', { body: { nik, phone }, from })
  if (asked.status !== 200) throw new Error(`asking for a code was answered ${asked.status}: ${JSON.stringify(asked.body)}`)
  const { challenge } = asked.body as OtpResponse
  const code = readCode(String((await caller.call('GET', '/demo/kode', { from })).body), nik)
  const verified = await caller.call('POST', '/api/session/otp/verify', { body: { challenge, code }, from })
  if (verified.status !== 200 || verified.setCookie === null)
    throw new Error(`the code was answered ${verified.status}: ${JSON.stringify(verified.body)}`)
  return { cookie: verified.setCookie, from }
}

/** The newest code of this NIK, which the page shows masked. */
export function readCode(page: string, nik: string): string {
  const masked = `${nik.slice(0, 4)}${'•'.repeat(8)}${nik.slice(12)}`
  const row = page.split('<tr>').find((text) => text.includes(masked))
  const code = /<strong>(\d{6})<\/strong>/.exec(row ?? '')?.[1]
  if (code === undefined) throw new Error(`the demonstration page shows no code for ${masked}`)
  return code
}
