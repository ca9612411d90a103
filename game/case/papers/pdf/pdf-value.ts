/** A value of a PDF (ISO 32000-2, 7.3). Strings and streams are views on the file's bytes where they can be. */
export type PdfValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** As it is written. */
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'string'; readonly bytes: Uint8Array }
  | PdfArray
  | PdfDict
  | PdfRef
  | PdfStream
export type PdfArray = { readonly type: 'array'; readonly items: readonly PdfValue[] }
export type PdfDict = { readonly type: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
export type PdfRef = { readonly type: 'ref'; readonly number: number; readonly generation: number }
export type PdfStream = { readonly type: 'stream'; readonly dict: PdfDict; readonly data: Uint8Array }

export const pdfNull: PdfValue = { type: 'null' }

/** The entry as it is written: a reference is not followed. */
export function entry(dict: PdfDict, key: string): PdfValue {
  return dict.entries.get(key) ?? pdfNull
}

/** A whole number from 0 on, or null for anything else. */
export function wholeNumber(value: PdfValue): number | null {
  if (value.type !== 'number' || !/^\+?\d{1,10}$/.test(value.text)) return null
  return Number(value.text)
}

export function nameOf(value: PdfValue): string | null {
  return value.type === 'name' ? value.name : null
}
