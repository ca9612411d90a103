import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkArchitecture, importsOf, layers, type SourceFile } from './architecture/check.ts'
import { readTree } from './architecture/read-tree.ts'

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)))

describe('the tree', () => {
  const report = checkArchitecture(tree)
  it('was seen: enough files, imports, and every layer', () => {
    expect(report.files).toBeGreaterThan(200)
    expect(report.imports).toBeGreaterThan(600)
    expect(report.layersSeen).toEqual([...new Set(Object.values(layers))].sort((a, b) => a - b))
  })
  it('has no upward import, side door, cycle, second importer, unlayered file or vague folder', () => {
    expect(report.violations.map(({ file, message }) => `${file}: ${message}`)).toEqual([])
  })
})

describe('the check sees planted faults', () => {
  const faults: [string, SourceFile[], string][] = [
    ['an upward import', [{ path: 'engine/core/a.ts', text: "import { b } from '../space/index.ts'" }], 'layer'],
    ['a sideways import', [{ path: 'engine/net/a.ts', text: "export { b } from '../sim/index.ts'" }], 'layer'],
    ['a dynamic upward import', [{ path: 'engine/sim/a.ts', text: "await import('../host/index.ts')" }], 'layer'],
    [
      'an import of the server by a page',
      [{ path: 'game/page/citizen/a.ts', text: "import { x } from '../../../server/http/index.ts'" }],
      'layer',
    ],
    [
      'an import of a page by the server',
      [{ path: 'server/page/a.ts', text: "import { x } from '../../game/page/shared/index.ts'" }],
      'layer',
    ],
    ['an import of a test', [{ path: 'server/http/a.ts', text: "import { x } from '../../tests/x.ts'" }], 'layer'],
    ['a side door', [{ path: 'game/mall/a.ts', text: "import { x } from '../queue/label.ts'" }], 'door'],
    ['a side door into the engine', [{ path: 'server/world/a.ts', text: "import { x } from '../../engine/core/math.ts'" }], 'door'],
    ['a second importer of Pixi', [{ path: 'game/page/citizen/a.ts', text: "import { Sprite } from 'pixi.js'" }], 'importer'],
    ['an unlayered file', [{ path: 'extras/a.ts', text: '' }], 'unlayered'],
    ['a folder named utils', [{ path: 'server/utils/a.ts', text: '' }], 'style'],
    ['a default export', [{ path: 'server/http/a.ts', text: 'export default 1' }], 'style'],
    [
      'a cycle of three',
      [
        { path: 'server/http/a.ts', text: "import { b } from './b.ts'" },
        { path: 'server/http/b.ts', text: "import type { c } from './c.ts'" },
        { path: 'server/http/c.ts', text: "export { a } from './a.ts'" },
      ],
      'cycle',
    ],
  ]
  for (const [name, files, rule] of faults) {
    it(name, () => {
      expect(checkArchitecture(files).violations.map((violation) => violation.rule)).toContain(rule)
    })
  }
  it('and lets a good import pass', () => {
    const good = [
      {
        path: 'game/mall/a.ts',
        text: "import { x } from '../queue/index.ts'\nimport { y } from '@balai/engine/space'\nimport { z } from './z.ts'",
      },
    ]
    expect(checkArchitecture(good).violations).toEqual([])
    expect(importsOf(good[0].text)).toHaveLength(3)
  })
})
