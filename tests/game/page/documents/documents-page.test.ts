import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openDesk } from '../../../../game/page/documents/state/desk-app.ts'
import { openHolder } from '../../../../game/page/documents/state/holder-app.ts'
import type { ApiCall, CallOptions } from '../../../../game/page/shared/index.ts'

/** A server that answers by method and path, and remembers what it was asked. */
function answering(answers: Readonly<Record<string, unknown>>) {
  const asked: (readonly [string, unknown])[] = []
  const call = (async (method: string, path: string, options: CallOptions = {}) => {
    asked.push([`${method} ${path}`, options.body])
    if (!(`${method} ${path}` in answers)) throw new Error(`${method} ${path} was not expected`)
    return answers[`${method} ${path}`]
  }) as ApiCall
  return { asked, call }
}

it('shows a code on the document that it is of, and asks for the documents again after each change', async () => {
  const documents = [{ id: 'a/1' }, { id: 'b' }]
  const { asked, call } = answering({
    'GET /api/documents': { documents },
    'POST /api/documents/a%2F1/pickup': { code: 'ABCD2345' },
    'POST /api/documents/b/pickup': { code: 'EFGH2345' },
    'POST /api/documents/b/pin': null,
  })
  const app = await openHolder(call)
  await app.makeCode('a/1')
  await app.makeCode('b')
  await app.setPin('b', '482915')
  expect(app.codes.value).toEqual({ 'a/1': 'ABCD2345', b: 'EFGH2345' })
  expect(asked.filter(([what]) => what === 'GET /api/documents')).toHaveLength(4)
  expect(asked.find(([what]) => what.endsWith('/pin'))?.[1]).toEqual({ pin: '482915' })
})

it('hands over what was found, under what was asked for', async () => {
  const view = { document: { id: 'd' } }
  const done = { document: { id: 'd', handedOver: {} } }
  const { asked, call } = answering({ 'GET /api/officer/pickups?find=DOK-1%202': view, 'POST /api/officer/pickups': done })
  const app = openDesk(call)
  const how = { lane: 'desk', shown: { kind: 'holder', nikEnd: '0007', isNameChecked: true } } as const
  await app.handOver(how)
  expect(asked).toEqual([])
  await app.find('DOK-1 2')
  await app.handOver(how)
  expect(asked.at(-1)).toEqual(['POST /api/officer/pickups', { find: 'DOK-1 2', ...how }])
  expect(app.found.value?.view).toBe(done)
  app.clear()
  expect(app.found.value).toBeNull()
})

it('both languages have the same keys, the same names to fill in, and no key that nothing names', () => {
  const read = (language: string) => JSON.parse(readFileSync(`assets/locales/${language}/documents.json`, 'utf8')) as Record<string, string>
  const [id, en] = [read('id'), read('en')]
  expect(Object.keys(en)).toEqual(Object.keys(id))
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
  for (const key of Object.keys(id)) {
    expect(id[key].trim() && en[key].trim(), key).toBeTruthy()
    expect(names(en[key]), key).toEqual(names(id[key]))
  }
  const source = globSync('game/page/documents/**/*.tsx')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const named = [...source.matchAll(/['`](documents\.[\w.-]*(?:\$\{[^}]+\})?)['`]/g)].map(([, key]) => key)
  const patterns = named.map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{.*\}/, '[\\w-]+')}$`))
  expect(Object.keys(id).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([])
  expect(named.filter((_, index) => !Object.keys(id).some((key) => patterns[index].test(key)))).toEqual([])
})
