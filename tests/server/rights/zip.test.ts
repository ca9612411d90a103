import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { writeZip, type ZipEntry } from '../../../server/rights/index.ts'

const atMs = Date.UTC(2026, 2, 3, 14, 30, 20)
const entry = (name: string, bytes: Uint8Array): ZipEntry => ({ name, atMs, bytes: async () => bytes })
const files: readonly (readonly [string, Uint8Array])[] = [
  ['data.json', Buffer.from('{"a":1}\n')],
  ['papers/kk-é.pdf', new Uint8Array(70_000).map((_, i) => (i * 7919) & 255)],
  ['empty.txt', new Uint8Array(0)],
]

async function zipped(): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of writeZip(files.map(([name, bytes]) => entry(name, bytes)))) parts.push(part)
  return Buffer.concat(parts)
}

it('has each file where its directory says, whole', async () => {
  const zip = await zipped()
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  expect(zip.readUInt16LE(end + 10)).toBe(files.length)
  let row = zip.readUInt32LE(end + 16)
  for (const [name, bytes] of files) {
    expect(zip.readUInt32LE(row)).toBe(0x02014b50)
    const nameLength = zip.readUInt16LE(row + 28)
    expect(zip.subarray(row + 46, row + 46 + nameLength).toString('utf8')).toBe(name)
    expect([zip.readUInt32LE(row + 16), zip.readUInt32LE(row + 20), zip.readUInt32LE(row + 24)]).toEqual([
      crc32(bytes),
      bytes.length,
      bytes.length,
    ])
    const at = zip.readUInt32LE(row + 42)
    expect(zip.readUInt32LE(at)).toBe(0x04034b50)
    const body = at + 30 + zip.readUInt16LE(at + 26)
    expect(zip.subarray(body, body + bytes.length).equals(bytes)).toBe(true)
    row += 46 + nameLength
  }
  expect(row).toBe(end)
})

it('is opened by another program', async (context) => {
  const dir = mkdtempSync(join(tmpdir(), 'balai-zip-'))
  try {
    writeFileSync(join(dir, 'a.zip'), await zipped())
    try {
      execFileSync('python3', ['-m', 'zipfile', '-e', 'a.zip', 'out'], { cwd: dir })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip('this machine has no python3')
      throw error
    }
    for (const [name, bytes] of files) expect(readFileSync(join(dir, 'out', name)).equals(bytes)).toBe(true)
  } finally {
    rmSync(dir, { recursive: true })
  }
})

it('refuses more than the format holds', async () => {
  const many = Array.from({ length: 65_536 }, (_, i) => entry(`${i}`, new Uint8Array(0)))
  await expect(writeZip(many).next()).rejects.toThrow('65,535')
})
