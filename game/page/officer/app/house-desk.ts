import type {
  AgencyStateRequest,
  CloseLineRequest,
  EmergencyRequest,
  KioskPairing,
  OfficerCounter,
  RebookRequest,
  RebookResponse,
} from '../../../api/index.ts'
import type { ConsoleApp } from './console-app.ts'
import type { Runner } from './run-one.ts'

/** What an officer does beyond their own counter: whole lines, what the agency can do today, colleagues, kiosks. */
export type HouseDesk = {
  /** Gives no more numbers in a line; whoever is in it stays. */
  closeLine(group: string, close: CloseLineRequest): Promise<boolean>
  openLine(group: string): Promise<boolean>
  /** Moves everybody who waits or has booked to another day; null when refused. */
  rebook(group: string, request: RebookRequest): Promise<RebookResponse | null>
  tellAgency(state: AgencyStateRequest): Promise<boolean>
  /** Tells the colleagues of the region at once. */
  callForHelp(request: EmergencyRequest): Promise<boolean>
  /** The whole address that pairs a kiosk of this region; null when refused. */
  pairKiosk(): Promise<string | null>
}

/** A long line is moved one by one. */
const rebookTimeoutMs = 120_000

export function createHouseDesk(app: ConsoleApp, { run }: Runner): HouseDesk {
  const lineOf = (group: string): string => `/api/officer/lines/${encodeURIComponent(group)}`

  return {
    async closeLine(group, body) {
      const { isDone } = await run('close-line', async () => {
        app.counter.value = await app.call<OfficerCounter>('POST', `${lineOf(group)}/close`, { body })
      })
      return isDone
    },
    async openLine(group) {
      const { isDone } = await run('open-line', async () => {
        app.counter.value = await app.call<OfficerCounter>('POST', `${lineOf(group)}/open`)
      })
      return isDone
    },
    async rebook(group, body) {
      let answer: RebookResponse | null = null
      await run('rebook', async () => {
        answer = await app.call<RebookResponse>('POST', `${lineOf(group)}/rebook`, { body, timeoutMs: rebookTimeoutMs })
        await app.refresh()
      })
      return answer
    },
    async tellAgency(body) {
      const { isDone } = await run('agency', async () => {
        app.counter.value = await app.call<OfficerCounter>('PUT', '/api/officer/agency', { body })
      })
      return isDone
    },
    async callForHelp(body) {
      const { isDone } = await run('emergency', async () => {
        await app.call('POST', '/api/officer/emergency', { body })
      })
      return isDone
    },
    async pairKiosk() {
      const region = app.counter.peek()?.counter.region
      if (region === undefined) return null
      let address: string | null = null
      await run('kiosk', async () => {
        const { path } = await app.call<KioskPairing>('GET', `/api/officer/kiosk?region=${encodeURIComponent(region)}`)
        address = location.origin + path
      })
      return address
    },
  }
}
