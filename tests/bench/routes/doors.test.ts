import { expect, test } from 'vitest'
import { doors, people } from '../../../bench/routes/doors.ts'
import { routeDoors } from '../../../bench/routes/route-doors.ts'
import { sampleBody } from '../../../bench/routes/sample-body.ts'

test('every door says who may pass, and a route is written as the server names it', () => {
  for (const door of Object.values(doors)) expect(Object.keys(door)).toEqual([...people])
  const routes = Object.keys(routeDoors)
  expect(routes.length).toBeGreaterThan(150)
  expect(routes.filter((route) => !/^(GET|POST|PUT|DELETE) \/[\w./{}-]+$/.test(route))).toEqual([])
})

test('nobody but a citizen passes to what is a citizen’s, and no visitor to what is anybody’s', () => {
  for (const route of Object.keys(routeDoors)) {
    const door = doors[routeDoors[route]]
    const isPersonal = /^(GET|POST|PUT|DELETE) \/api\/(rights|notices|papers|documents|accesses)/.test(route)
    if (isPersonal) expect([door.visitor, door.officer, door.admin, door.integrity], route).toEqual(['out', 'out', 'out', 'out'])
    if (/ \/api\/admin/.test(route))
      expect([door.visitor, door.holder, door.officer, door.elsewhere], route).toEqual(['out', 'out', 'out', 'out'])
  }
})

test('the smallest value of a schema', () => {
  const schema = {
    type: 'object',
    required: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    properties: {
      a: { type: 'string', minLength: 3 },
      b: { type: 'integer', minimum: 7 },
      c: { enum: ['x', 'y'] },
      d: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      e: { type: 'array', minItems: 1, items: { type: 'string', format: 'date' } },
      f: { const: 'k' },
      g: { type: 'string', format: 'date-time' },
      h: { type: 'string' },
    },
  }
  expect(sampleBody(schema)).toEqual({ a: 'xxx', b: 7, c: 'x', d: false, e: ['2026-11-23'], f: 'k', g: '2026-11-20T01:00:00.000Z' })
})
