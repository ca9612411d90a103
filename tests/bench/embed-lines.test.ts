import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readProgram } from '../../bench/figures/embed-lines.ts'

it('the first program is the code blocks with a file name, and no others', () => {
  const text = 'Words.\n\n```js main.js\nrun()\n\nstop()\n```\n\n```ts\nnot(this)\n```\n\n```html index.html\n<p>\n```\n'
  expect([...readProgram(text)]).toEqual([
    ['main.js', 'run()\n\nstop()\n'],
    ['index.html', '<p>\n'],
  ])
  expect(() => readProgram('```ts\nx\n```\n')).toThrow(TypeError)
})

it('the README has one', () => {
  const program = readProgram(readFileSync(fileURLToPath(new URL('../../engine/README.md', import.meta.url)), 'utf8'))
  expect([...program.keys()]).toEqual(['index.html', 'map.js', 'main.js', 'server.js'])
})
