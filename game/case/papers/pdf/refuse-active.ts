import { paperError } from '../paper-errors.ts'
import { nameOf, type PdfDict, type PdfValue } from './pdf-value.ts'

/** Actions (ISO 32000-2, table 201) that do more than turn a page. */
const activeActions = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'GoTo3DView',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
  'Hide',
  'SetOCGState',
  'Thread',
])
/** Keys under which scripts and programs of forms stand, wherever it is. */
const activeKeys = ['JS', 'JavaScript', 'AA', 'XFA', 'RichMediaContent']
/** Annotations that play, run or carry something. */
const activeAnnotations = new Set(['RichMedia', 'Screen', 'Movie', 'Sound', '3D'])

/**
 * Refuses a value that holds an action, a script, a form program or another file, however deep inside. References are not followed: what they lead to
 * is asked by itself.
 * @throws paper-active {what}, paper-embedded
 */
export function refuseActive(value: PdfValue): void {
  if (value.type === 'array') for (const item of value.items) refuseActive(item)
  if (value.type === 'stream') refuseActive(value.dict)
  if (value.type !== 'dict') return
  refuseDict(value)
  for (const inner of value.entries.values()) refuseActive(inner)
}

function refuseDict({ entries }: PdfDict): void {
  const name = (key: string): string => nameOf(entries.get(key) ?? { type: 'null' }) ?? ''
  if (activeActions.has(name('S'))) throw active(name('S'))
  for (const key of activeKeys) if (entries.has(key)) throw active(key)
  if (activeAnnotations.has(name('Subtype'))) throw active(name('Subtype'))
  const isFile = name('Type') === 'EmbeddedFile' || name('Type') === 'Filespec' || name('Subtype') === 'FileAttachment'
  if (isFile || entries.has('EmbeddedFiles') || entries.has('EF')) throw paperError('paper-embedded', 'another file')
}

const active = (what: string): Error => paperError('paper-active', what, { what })
