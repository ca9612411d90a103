import { manualClock, type ManualClock } from '@balai/engine/core'
import { createIdentity, type Identity, type IdentityOptions, type OtpMessage } from '../../../server/identity/index.ts'
import { openMemoryStore, type Store } from '../../../server/store/index.ts'

export const nik = '6402014107900001'
export const otherNik = '6402011708850002'

export type Fixture = {
  readonly identity: Identity
  readonly store: Store
  readonly clock: ManualClock
  /** What the gateway was given, newest last. */
  readonly sent: OtpMessage[]
  readonly logged: string[]
  /** Makes the next send fail. */
  failNextSend(): void
  /** Asks for a code, enters it, and gives the cookie header. */
  signIn(nik: string, phone: string): Promise<string>
}

/** An identity over an empty memory store, 5 January 2026 10.00 WIB. */
export async function createFixture(options: Partial<IdentityOptions> = {}): Promise<Fixture> {
  const store = openMemoryStore()
  const clock = manualClock(Date.UTC(2026, 0, 5, 3, 0))
  const sent: OtpMessage[] = []
  const logged: string[] = []
  let isFailing = false
  const identity = await createIdentity({
    store,
    clock,
    secret: new Uint8Array(32).fill(7),
    isSecure: true,
    isDemo: false,
    oidc: null,
    gateway: {
      async send(message) {
        if (isFailing) {
          isFailing = false
          throw new Error('the gateway is down')
        }
        sent.push(message)
      },
    },
    log: (fields, message) => void logged.push(`${message} ${JSON.stringify(fields)}`),
    ...options,
  })
  return {
    identity,
    store,
    clock,
    sent,
    logged,
    failNextSend: () => {
      isFailing = true
    },
    async signIn(ofNik, phone) {
      const { challenge } = await identity.requestOtp({ nik: ofNik, phone })
      const { setCookie } = await identity.verifyOtp({ challenge, code: sent[sent.length - 1].code })
      return cookieHeaderOf(setCookie)
    },
  }
}

export function cookieHeaderOf(setCookie: string): string {
  return setCookie.split(';')[0]
}

/** A code that is not `code`. */
export function wrong(code: string): string {
  return code === '000000' ? '000001' : '000000'
}
