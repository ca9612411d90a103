/** An element of the SVG that the sources write. */
export type SvgNode = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: SvgNode[]
}

/** Reads SVG elements as the sources write them: every attribute quoted, no text. @throws TypeError when tags do not match */
export function parseSvg(svg: string): SvgNode {
  const root: SvgNode = { tag: 'root', attributes: {}, children: [] }
  const open = [root]
  for (const [, isEnd, tag, written, isEmpty] of svg.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>/g)) {
    if (isEnd) {
      if (open.pop()?.tag !== tag) throw new TypeError(`</${tag}> ends what was not begun in ${svg.slice(0, 80)}`)
      continue
    }
    const attributes = Object.fromEntries([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
    const node: SvgNode = { tag, attributes, children: [] }
    open[open.length - 1].children.push(node)
    if (!isEmpty) open.push(node)
  }
  if (open.length !== 1) throw new TypeError(`<${open[open.length - 1].tag}> does not end in ${svg.slice(0, 80)}`)
  return root
}

/** Everything with an id. @throws TypeError when two different things have the same */
export function collectIds(root: SvgNode): ReadonlyMap<string, SvgNode> {
  const ids = new Map<string, SvgNode>()
  const visit = (node: SvgNode): void => {
    const { id } = node.attributes
    const other = ids.get(id)
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(node))
      throw new TypeError(`two different things of one picture have the id '${id}'`)
    if (id !== undefined) ids.set(id, node)
    for (const child of node.children) visit(child)
  }
  visit(root)
  return ids
}

/** What `url(#id)` means; null for anything else. @throws TypeError when nothing has that id */
export function referred(value: string | undefined, ids: ReadonlyMap<string, SvgNode>): SvgNode | null {
  const id = /^url\(#(\w+)\)$/.exec(value ?? '')?.[1]
  if (id === undefined) return null
  const node = ids.get(id)
  if (node === undefined) throw new TypeError(`nothing in the picture has the id '${id}'`)
  return node
}
