import { generate } from 'lean-qr'

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const quietModules = 4

/** A QR code of a text as one SVG path in modules, dark on light. `size`: modules of a side, with the quiet zone. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text)
  let path = ''
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue
      const from = x
      while (code.get(x + 1, y)) x += 1
      path += `M${from + quietModules} ${y + quietModules}h${x + 1 - from}v1h-${x + 1 - from}z`
    }
  }
  return { size: code.size + 2 * quietModules, path }
}
