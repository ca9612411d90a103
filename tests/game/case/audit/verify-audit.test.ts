import { expect, test } from 'vitest'
import { auditText, closingAct, verifyAudit, type AuditDay, type AuditLine } from '../../../../game/case/index.ts'
import { chain, closing, factsOf, headOf, minute, nonceOf, oneDay, seal, sha256, t0, tools, twoDays } from './sample-audit.ts'

/** `ok`, or where it fails and why. */
async function found(...days: readonly AuditDay[]): Promise<string> {
  const report = await verifyAudit(days, tools)
  return report.ok ? 'ok' : `${report.day} ${report.line} ${report.reason}`
}
const withLines = (day: AuditDay, lines: readonly AuditLine[]): AuditDay => ({ ...day, lines })

test('an honest day is good, and so is a day that goes on', async () => {
  const day = oneDay()
  const report = await verifyAudit([day], tools)
  expect(report).toEqual({
    ok: true,
    region: 'kukar',
    days: [{ day: '2026-03-02', lines: 9, isClosed: true, hash: day.lines[8].hash }],
  })
  expect(await found(withLines(day, day.lines.slice(0, 5)))).toBe('ok')
  await expect(verifyAudit([], tools)).rejects.toThrow(TypeError)
})

test('A1: a line of which any part was changed breaks the chain there', async () => {
  const day = oneDay()
  for (let at = 0; at < day.lines.length; at++) {
    const line = day.lines[at]
    const changes: readonly AuditLine[] = [
      { ...line, entry: { ...line.entry, atMs: line.entry.atMs + 1 } },
      { ...line, entry: { ...line.entry, act: 'case.decided' } },
      { ...line, entry: { ...line.entry, role: 'citizen' } },
      { ...line, entry: { ...line.entry, agency: 'pajak' } },
      { ...line, entry: { ...line.entry, kind: 'paper' } },
      { ...line, seal: line.hash },
      { ...line, hash: line.seal },
    ]
    for (const changed of changes) expect(await found(withLines(day, day.lines.with(at, changed)))).toBe(`2026-03-02 ${at + 1} broken-link`)
  }
})

test('A2: a line left out, doubled, added or swapped breaks the chain at the first line that does not follow', async () => {
  const day = oneDay()
  const { lines } = day
  expect(await found(withLines(day, lines.toSpliced(3, 1)))).toBe('2026-03-02 4 broken-link')
  expect(await found(withLines(day, lines.toSpliced(3, 0, lines[3])))).toBe('2026-03-02 5 broken-link')
  expect(await found(withLines(day, lines.with(3, lines[4]).with(4, lines[3])))).toBe('2026-03-02 4 broken-link')
  const added = { ...lines[3], hash: sha256('made up') }
  expect(await found(withLines(day, lines.toSpliced(4, 0, added)))).toBe('2026-03-02 5 broken-link')
})

test('A3: region, day, time zone and the day before are bound by the first line', async () => {
  const [first, second] = twoDays()
  for (const head of [
    { ...second.head, region: 'jabar' },
    { ...second.head, day: '2026-03-04' },
    { ...second.head, utcOffsetMinutes: 420 },
    { ...second.head, before: null },
  ])
    expect(await found({ ...second, head })).toBe(`${head.day} 1 broken-link`)
  expect(await found(first, second)).toBe('ok')
})

test('A4: neither who acted, nor whose record, nor which, nor why is shown', () => {
  const text = JSON.stringify(oneDay())
  for (const hidden of ['officer-', 'citizen-', 'case-1', 'berkas']) expect(text).not.toContain(hidden)
  expect(text).toContain('disdukcapil')
})

test('A5: a seal opens with its nonce to what was hidden, and to nothing else', () => {
  const day = oneDay()
  const { hidden } = auditText.split(factsOf(2, t0 + 2 * minute))
  expect(sha256(auditText.seal(hidden, nonceOf(2)))).toBe(day.lines[2].seal)
  for (const other of [
    { ...hidden, by: 'officer-0' },
    { ...hidden, citizen: null },
    { ...hidden, id: 'case-3' },
    { ...hidden, why: '' },
  ])
    expect(sha256(auditText.seal(other, nonceOf(2)))).not.toBe(day.lines[2].seal)
  expect(sha256(auditText.seal(hidden, nonceOf(3)))).not.toBe(day.lines[2].seal)
})

test('A6: a chain written anew with a time that goes back or lies in another day fails there', async () => {
  const day = oneDay()
  const retimed = (at: number, atMs: number): AuditDay =>
    withLines(day, chain(day.head, day.lines.with(at, { ...day.lines[at], entry: { ...day.lines[at].entry, atMs } })))
  expect(await found(retimed(4, t0 + 2 * minute))).toBe('2026-03-02 5 wrong-time')
  expect(await found(retimed(8, t0 + 24 * 60 * minute))).toBe('2026-03-02 9 wrong-time')
  expect(await found(retimed(0, t0 - 10 * 60 * minute))).toBe('2026-03-02 1 wrong-time')
  expect(await found(retimed(4, t0 + 3 * minute))).toBe('ok')
})

test('A7: nothing follows a closing line, not even in a chain written anew', async () => {
  const day = oneDay()
  const more = { ...day.lines[7], entry: { ...day.lines[7].entry, atMs: day.lines[8].entry.atMs } }
  expect(await found(withLines(day, chain(day.head, [...day.lines, more])))).toBe('2026-03-02 10 after-closing')
})

test('A8: the end of a day that another one follows cannot be cut off', async () => {
  const [first, second] = twoDays()
  expect(await found(withLines(first, first.lines.slice(0, -1)), second)).toBe('2026-03-02 8 not-closed')
  const open = seal(first.head, [factsOf(0, t0)])
  const hanging = seal(headOf('2026-03-03', { day: '2026-03-02', hash: open.lines[0].hash }), [factsOf(1, t0 + 24 * 60 * minute)])
  expect(await found(open, hanging)).toBe('2026-03-02 1 not-closed')
})

test('A9: a day that does not hang on the one before it fails at its head', async () => {
  const [first, second] = twoDays()
  const other = seal(first.head, [factsOf(5, t0), closing(t0)])
  expect(other.lines[1].entry.act).toBe(closingAct)
  expect(await found(other, second)).toBe('2026-03-03 0 wrong-day-before')
  const renamed = seal(headOf('2026-03-03', { day: '2026-03-01', hash: first.lines[8].hash }), [factsOf(1, t0 + 24 * 60 * minute)])
  expect(await found(first, renamed)).toBe('2026-03-03 0 wrong-day-before')
  const elsewhere = seal({ ...second.head, region: 'jabar' }, [factsOf(1, t0 + 24 * 60 * minute)])
  expect(await found(first, elsewhere)).toBe('2026-03-03 0 wrong-day-before')
  expect(await found(second, first)).toBe('2026-03-03 4 not-closed')
})

test('A10: fields in another order, and undefined ones, make the same text', async () => {
  const day = oneDay()
  const turned = JSON.parse(JSON.stringify(day.lines), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
  ) as AuditLine[]
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(day.lines))
  expect(await found(withLines(day, turned))).toBe('ok')
  const more = { more: undefined }
  expect(auditText.head({ ...day.head, ...more })).toBe(auditText.head(day.head))
  expect(auditText.head(day.head)).toBe(
    '{"before":null,"day":"2026-03-02","format":"balai-audit-1","region":"kukar","utcOffsetMinutes":480}',
  )
})
