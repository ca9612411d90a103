import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

/** What one tab holds, MB of a million bytes. */
export type TabMemory = {
  /** JavaScript's heaps of the page and its workers, and what their array buffers hold. */
  readonly scriptMb: number
  /** What the browser keeps for the graphics card on the tab's behalf: canvases, staging, and the pictures that the screen is made from. */
  readonly canvasMb: number
  /** Textures and buffers that the drawing thread has on the card, as it asked for them. */
  readonly cardMb: number
  readonly wholeMb: number
}

type Size = { readonly value: string }
type Allocators = Readonly<Record<string, { readonly attrs?: { readonly effective_size?: Size; readonly size?: Size } }>>
type DumpEvent = { readonly ph: string; readonly args?: { readonly dumps?: { readonly allocators?: Allocators } } }
type Tracing = {
  on(name: 'Tracing.dataCollected', listener: (event: { readonly value: readonly DumpEvent[] }) => void): void
  off(name: 'Tracing.dataCollected', listener: (event: { readonly value: readonly DumpEvent[] }) => void): void
  once(name: 'Tracing.tracingComplete', listener: () => void): void
  send(name: string, params?: object): Promise<unknown>
}

/** Names under which Chromium counts a renderer's share; the rest of its memory is neither JavaScript's nor the graphics card's. */
const scriptNames = ['v8', 'partition_alloc/partitions/array_buffer']
const canvasNames = ['gpu', 'canvas', 'webgl']
/** In the process that has the card: what the screen is made from. */
const screenNames = ['gpu/shared_images']
const channel = 'bench-card'

/**
 * Before the drawing thread's own script: adds up what is asked of the graphics card. Without a card Chromium draws with the processor, and
 * what lies on the "card" is somewhere in that program's heap.
 */
const cardMeter = `{
  const sizes = new Map(), mipmapped = new Set(), bound = {}
  const patch = (name, after) => {
    for (const type of [globalThis.WebGL2RenderingContext, globalThis.WebGLRenderingContext]) {
      if (!type || !type.prototype[name]) continue
      const before = type.prototype[name]
      type.prototype[name] = function (...args) { const result = before.apply(this, args); after(...args); return result }
    }
  }
  patch('bindTexture', (target, texture) => { bound.texture = texture })
  patch('texImage2D', (target, level, format, ...rest) => {
    const isSized = rest.length > 3
    const [width, height] = isSized ? rest : [rest[2]?.width ?? 0, rest[2]?.height ?? 0]
    if (level === 0) sizes.set(bound.texture, width * height * 4)
  })
  patch('generateMipmap', () => mipmapped.add(bound.texture))
  patch('deleteTexture', (texture) => sizes.delete(texture))
  patch('bindBuffer', (target, buffer) => { bound[target] = buffer })
  patch('bufferData', (target, data) => sizes.set(bound[target], data?.byteLength ?? data))
  patch('deleteBuffer', (buffer) => sizes.delete(buffer))
  const line = new BroadcastChannel('${channel}')
  const whole = () => [...sizes].reduce((sum, [of, size]) => sum + (mipmapped.has(of) ? size * 4 / 3 : size), 0)
  line.onmessage = ({ data }) => { if (data === 'how much') line.postMessage(whole()) }
}
`

/** Puts the meter into every drawing thread that the context's pages will start. */
export async function meterCards(context: BrowserContext): Promise<void> {
  await context.route(/\/render\.worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: cardMeter + (await response.text()) })
  })
}

/** Reads what a metered page's tab holds, after its garbage was collected. @throws Error when Chromium tells of no tab that draws */
export async function readTabMemory(browser: Browser, page: Page): Promise<TabMemory> {
  const cardMb = (await askCard(page)) / 1e6
  const session = await browser.newBrowserCDPSession()
  try {
    const processes = await dump(session)
    const renderer = processes.find((allocators) => allocators.webgl !== undefined)
    const card = processes.find((allocators) => allocators['gpu/shared_images'] !== undefined) ?? {}
    if (renderer === undefined) throw new Error('Chromium told of no tab that draws with WebGL')
    const scriptMb = sumOf(renderer, scriptNames)
    const canvasMb = sumOf(renderer, canvasNames) + sumOf(card, screenNames)
    return { scriptMb, canvasMb, cardMb, wholeMb: scriptMb + canvasMb + cardMb }
  } finally {
    await session.detach()
  }
}

function sumOf(allocators: Allocators, names: readonly string[]): number {
  // What two processes share counts once.
  const sizeOf = (name: string): Size | undefined => allocators[name]?.attrs?.effective_size ?? allocators[name]?.attrs?.size
  return names.reduce((sum, name) => sum + Number.parseInt(sizeOf(name)?.value ?? '0', 16), 0) / 1e6
}

/** What every process says of its memory. */
async function dump(session: CDPSession): Promise<Allocators[]> {
  const tracing = session as unknown as Tracing
  const found: Allocators[] = []
  const collect = ({ value }: { readonly value: readonly DumpEvent[] }): void => {
    for (const { args } of value) if (args?.dumps?.allocators !== undefined) found.push(args.dumps.allocators)
  }
  tracing.on('Tracing.dataCollected', collect)
  const traceConfig = {
    includedCategories: ['disabled-by-default-memory-infra'],
    excludedCategories: ['*'],
    memoryDumpConfig: { triggers: [] },
  }
  await tracing.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  const asked = { deterministic: true, levelOfDetail: 'detailed' }
  await tracing.send('Tracing.requestMemoryDump', asked)
  const complete = new Promise<void>((resolve) => tracing.once('Tracing.tracingComplete', resolve))
  await tracing.send('Tracing.end')
  await complete
  tracing.off('Tracing.dataCollected', collect)
  return found
}

/** Bytes that the drawing threads of a page have on the card. */
function askCard(page: Page): Promise<number> {
  return page.evaluate((name) => {
    const line = new BroadcastChannel(name)
    return new Promise<number>((resolve) => {
      let sum = 0
      line.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'number') sum += data
      }
      line.postMessage('how much')
      setTimeout(() => {
        line.close()
        resolve(sum)
      }, 500)
    })
  }, channel)
}
