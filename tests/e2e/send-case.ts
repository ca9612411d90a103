import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createCaller } from '../../bench/figures/run-caller.ts'
import { signInCitizen } from '../../bench/figures/run-citizen.ts'
import { paperUploadPath, type CaseView, type PaperView } from '../../game/api/index.ts'

/** A citizen of the made-up ones, and the case that they have sent from home. */
export type SentCase = {
  readonly view: CaseView
  /** As the citizen sees it now. */
  now(): Promise<CaseView>
  /** Sends again what was returned: another picture of the same paper. */
  resubmit(answers: Readonly<Record<string, string>>, paper: string): Promise<CaseView>
  readonly answers: Readonly<Record<string, string>>
  readonly paper: string
  /** A picture that goes through the checks of papers. */
  newPaper(): Promise<string>
}

const service = 'kk-hilang'
const answers = { nama: 'Siti Rahmawati', nik: '6402011506900001', sebab: 'rusak' }

/** Everything over HTTP, as the citizen's page does: papers by tus, then the case. @param index of the made-up citizens */
export async function sendCase(origin: string, index: number, picture: string): Promise<SentCase> {
  const port = Number(new URL(origin).port)
  const caller = createCaller(() => port)
  const citizen = await signInCitizen(caller, index)
  const headers = { cookie: citizen.cookie, 'x-forwarded-for': citizen.from, 'tus-resumable': '1.0.0' }
  async function newPaper(): Promise<string> {
    const bytes = readFileSync(picture)
    const made = await fetch(origin + paperUploadPath, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes.length) } })
    if (made.status !== 201) throw new Error(`an upload was answered ${made.status}: ${await made.text()}`)
    const at = new URL(made.headers.get('location') ?? '', origin)
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    const sent = await fetch(at, { method: 'PATCH', headers: { ...headers, ...type }, body: bytes })
    if (sent.status !== 204) throw new Error(`the bytes were answered ${sent.status}: ${await sent.text()}`)
    const body = { upload: at.pathname.split('/').at(-1), kind: 'ktp-el', region: 'kukar', expiresOn: null }
    const kept = await caller.call('POST', '/api/papers', { ...citizen, body })
    if (kept.status !== 201) throw new Error(`a paper was answered ${kept.status}: ${JSON.stringify(kept.body)}`)
    return (kept.body as PaperView).id
  }
  const paper = await newPaper()
  const id = randomBytes(18).toString('base64url')
  const body = {
    case: id,
    region: 'kukar',
    service,
    version: 1,
    answers,
    papers: { 'ktp-el': paper },
    claim: null,
    consent: { text: 'kasus-1', papers: [paper] },
  }
  const sent = await caller.call('POST', '/api/cases', { ...citizen, key: `send-${id}`, body })
  if (sent.status !== 201) throw new Error(`a case was answered ${sent.status}: ${JSON.stringify(sent.body)}`)
  return {
    view: sent.body as CaseView,
    answers,
    paper,
    newPaper,
    async now() {
      return (await caller.call('GET', `/api/cases/${id}`, citizen)).body as CaseView
    },
    async resubmit(changed, newOne) {
      const again = { answers: changed, papers: { 'ktp-el': newOne }, consent: { text: 'kasus-1', papers: [newOne] } }
      const answer = await caller.call('POST', `/api/cases/${id}/resubmit`, {
        ...citizen,
        key: `again-${newOne}`.slice(0, 60),
        body: again,
      })
      if (answer.status !== 200) throw new Error(`sending again was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      return answer.body as CaseView
    },
  }
}
