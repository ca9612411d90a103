import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AuditDay } from '../../game/case/index.ts'
import { verifyAuditFiles } from '../../scripts/verify-audit.ts'
import { oneDay, twoDays } from '../game/case/audit/sample-audit.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

function fileOf(...rows: readonly unknown[]): string {
  const file = join(folder, `${++files}.jsonl`)
  writeFileSync(file, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''))
  return file
}
const rowsOf = ({ head, lines }: AuditDay): unknown[] => [head, ...lines]

async function run(...paths: readonly string[]): Promise<{ code: number; text: string }> {
  const texts: string[] = []
  const code = await verifyAuditFiles(paths, { say: (text) => texts.push(text), complain: (text) => texts.push(text) })
  return { code, text: texts.join('\n') }
}

describe('verify-audit', () => {
  it('says that days are in order, in one file or in several, whatever their order', async () => {
    const [first, second] = twoDays()
    expect(await run(fileOf(...rowsOf(first), ...rowsOf(second)))).toMatchObject({ code: 0 })
    const { code, text } = await run(fileOf(...rowsOf(second)), fileOf(...rowsOf(first)))
    expect(code).toBe(0)
    expect(text).toContain('kukar, 2026-03-02 to 2026-03-03')
    expect(text).toContain(second.lines[3].hash)
  })

  it('names the first broken line by its place in the day and in the file', async () => {
    const day = oneDay()
    const rows = rowsOf(day)
    const { code, text } = await run(fileOf(...rows.toSpliced(4, 1)))
    expect(code).toBe(1)
    expect(text).toMatch(/NOT IN ORDER: line 4 of 2026-03-02 \(line 5 of .*jsonl\)/)
    const cut = twoDays()
    expect((await run(fileOf(...rowsOf(cut[0]).slice(0, -1), ...rowsOf(cut[1])))).text).toMatch(/end was cut off/)
  })

  it('refuses what it cannot check: no file, no JSON, fields that the format does not know', async () => {
    const day = oneDay()
    expect((await run()).code).toBe(2)
    expect((await run('--help')).code).toBe(2)
    expect((await run(join(folder, 'none'))).text).toMatch(/ENOENT/)
    expect((await run(fileOf('{'))).text).toMatch(/no JSON/)
    expect((await run(fileOf(day.lines[0]))).text).toMatch(/neither/)
    expect((await run(fileOf(day.head, { ...day.lines[0], note: 'x' }))).code).toBe(2)
    expect((await run(fileOf({ ...day.head, note: 'x' }))).code).toBe(2)
    expect((await run(fileOf(''))).code).toBe(2)
  })
})
