/** What the page showed and what of it falls short: WCAG 2.2, 1.4.3 and 1.4.11 at level AA, and 44 CSS pixels for every control. */
export type PageVerdict = { readonly checked: number; readonly failures: readonly string[] }

/**
 * Runs in the page itself, so it holds everything it needs. Every text, placeholder, pictogram of a control and edge of a field that is seen
 * is held against what is painted behind it: the elements under its middle, from the nearest down. A gradient counts by each of its
 * colours, and a drawn or filmed picture, on which anything may be, by black and by white. A text that its neighbour lies on fails too. Links within a sentence may be as low as its line.
 */
export function judgePage(): PageVerdict {
  type Colour = readonly [number, number, number, number]
  const leastSidePx = 44
  const failures: string[] = []
  let checked = 0

  const coloursIn = (text: string): Colour[] =>
    [...text.matchAll(/rgba?\(([^)]*)\)/g)].map(([, numbers]) => {
      const [r, g, b, a = 1] = numbers.split(/[\s,/]+/).map(Number)
      return [r, g, b, a]
    })
  const colourOf = (text: string): Colour => coloursIn(text)[0] ?? [0, 0, 0, 0]
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1]
  const luminance = ([r, g, b]: Colour): number => {
    const [R, G, B] = [r, g, b].map((part) => {
      const c = part / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * R + 0.7152 * G + 0.0722 * B
  }
  const contrast = (a: Colour, b: Colour): number => {
    const [x, y] = [luminance(a), luminance(b)]
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  }

  const nameOf = (element: Element): string => {
    const own = (one: Element): string =>
      one.tagName.toLowerCase() + (one.id === '' ? [...one.classList].map((name) => `.${name}`).join('') : `#${one.id}`)
    const parent = element.parentElement
    const words = (element.textContent ?? '').trim().slice(0, 24)
    return `${parent === null ? '' : `${own(parent)} > `}${own(element)}${words === '' ? '' : ` “${words}”`}`
  }
  const opacityOf = (element: Element): number => {
    let opacity = 1
    for (let one: Element | null = element; one !== null; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity)
    return opacity
  }
  const top = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.matches(':modal')).at(-1)
  const isLive = (element: Element): boolean => (top === undefined || top.contains(element)) && element.closest('[inert]') === null
  const isSeen = (element: Element, box: DOMRect): boolean => {
    const style = getComputedStyle(element)
    if (box.width < 2 || box.height < 2 || style.visibility !== 'visible' || opacityOf(element) === 0) return false
    return element.closest('.visually-hidden') === null
  }
  const isDisabled = (element: Element): boolean => element.closest(':disabled, [aria-disabled="true"]') !== null

  /** The colours that may be painted at a point behind `from`, from its own background on. Empty when the point is not on the page. */
  const behind = (from: Element, x: number, y: number): Colour[] => {
    const stack = document.elementsFromPoint(x, y)
    const at = stack.findIndex((one) => one === from || from.contains(one))
    if (at < 0) return []
    const layers: Colour[][] = []
    for (const one of stack.slice(at)) {
      if (one !== from && from.contains(one)) continue
      const style = getComputedStyle(one)
      if (one instanceof HTMLCanvasElement || one instanceof HTMLVideoElement) {
        layers.push([
          [0, 0, 0, 1],
          [255, 255, 255, 1],
        ])
        break
      }
      if (one instanceof SVGGeometryElement) {
        const [r, g, b, a] = colourOf(style.fill)
        if (a * Number(style.fillOpacity) > 0) layers.push([[r, g, b, a * Number(style.fillOpacity)]])
        if (a * Number(style.fillOpacity) >= 1) break
        continue
      }
      const shades = coloursIn(style.backgroundImage)
      if (shades.length > 0) layers.push(shades)
      const plain = colourOf(style.backgroundColor)
      if (plain[3] > 0) layers.push([plain])
      if (plain[3] >= 1 || (shades.length > 0 && shades.every(([, , , a]) => a >= 1))) break
    }
    return layers.reduceRight<Colour[]>(
      (under, layer) => layer.flatMap((colour) => under.map((below) => over(colour, below))),
      [[255, 255, 255, 1]],
    )
  }
  const hold = (what: string, element: Element, colour: Colour, box: DOMRect, least: number): void => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const grounds = behind(element, x, y)
    if (grounds.length === 0) return
    checked += 1
    const [r, g, b, a] = colour
    const seen: Colour = [r, g, b, a * opacityOf(element)]
    const worst = Math.min(...grounds.map((ground) => contrast(over(seen, ground), ground)))
    if (worst < least - 0.005) failures.push(`${what} ${worst.toFixed(2)} < ${least}: ${nameOf(element)}`)
  }

  /** What of its own neighbourhood lies over a line of text: a row that has become too narrow. A sheet over the page is none. */
  const coverOf = (element: Element, line: DOMRect): Element | null => {
    let near = element
    for (let level = 0; level < 3; level++) near = near.parentElement ?? near
    for (const share of [0.1, 0.5, 0.9]) {
      const stack = document.elementsFromPoint(line.left + line.width * share, line.top + line.height / 2)
      const at = stack.indexOf(element)
      const isNeighbour = (one: Element): boolean =>
        !element.contains(one) && near !== one && near.contains(one) && one.closest('dialog') === element.closest('dialog')
      const cover = stack.slice(0, Math.max(at, 0)).find(isNeighbour)
      if (cover && colourOf(getComputedStyle(cover).backgroundColor)[3] >= 1 && opacityOf(cover) > 0) return cover
    }
    return null
  }

  // What lets clicks through is painted all the same.
  const style = document.createElement('style')
  style.textContent = '* { pointer-events: auto !important; scroll-behavior: auto !important; }'
  document.head.append(style)

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seenTexts: { readonly element: Element; readonly range: Range }[] = []
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement
    if (element === null || (node.textContent ?? '').trim() === '' || element.closest('script, style, noscript, title, option') !== null)
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    if (isLive(element) && isSeen(element, range.getBoundingClientRect()) && !isDisabled(element)) seenTexts.push({ element, range })
  }
  for (const { element, range } of seenTexts) {
    element.scrollIntoView({ block: 'center' })
    const { color, fill, fontSize, fontWeight } = getComputedStyle(element)
    const size = Number.parseFloat(fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
    const line = [...range.getClientRects()].find(({ width }) => width >= 2)
    const cover = line === undefined ? null : coverOf(element, line)
    if (cover !== null) failures.push(`text under ${nameOf(cover)}: ${nameOf(element)}`)
    if (line) hold('text', element, colourOf(element instanceof SVGElement ? fill : color), line, isLarge ? 3 : 4.5)
  }
  for (const input of document.querySelectorAll<HTMLInputElement>(
    'input:not([type=radio]):not([type=checkbox]):not([type=hidden]), select, textarea',
  )) {
    const box = input.getBoundingClientRect()
    if (!isLive(input) || !isSeen(input, box) || isDisabled(input)) continue
    input.scrollIntoView({ block: 'center' })
    if (input.value === '' && input.placeholder)
      hold('placeholder', input, colourOf(getComputedStyle(input, '::placeholder').color), input.getBoundingClientRect(), 4.5)
    hold('edge of a field', input, colourOf(getComputedStyle(input).borderTopColor), input.getBoundingClientRect(), 3)
  }
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=switch]'
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (!isLive(control) || isDisabled(control)) continue
    control.scrollIntoView({ block: 'center' })
    const label = control instanceof HTMLInputElement && control.matches('[type=radio], [type=checkbox]') ? control.closest('label') : null
    const box = (label ?? control).getBoundingClientRect()
    if (!isSeen(label ?? control, box) || box.bottom <= 0) continue
    const isInSentence =
      getComputedStyle(control).display === 'inline' &&
      (control.parentElement?.textContent ?? '').trim() !== (control.textContent ?? '').trim()
    if (isInSentence) continue
    checked += 1
    if (box.width < leastSidePx - 0.5 || box.height < leastSidePx - 0.5)
      failures.push(`target ${Math.round(box.width)} × ${Math.round(box.height)} < ${leastSidePx}: ${nameOf(control)}`)
    const sign = (control.textContent ?? '').trim() === '' ? control.querySelector('svg[stroke="currentColor"]') : null
    if (sign !== null) hold('pictogram', sign, colourOf(getComputedStyle(sign).color), sign.getBoundingClientRect(), 3)
  }
  style.remove()
  return { checked, failures }
}
