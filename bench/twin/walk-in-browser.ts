import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { servePage } from './serve-page.ts'
import { type BrowserProgram, startBrowser } from './start-browser.ts'
import type { TwinResult, Walker } from './twin-run.ts'

const script = fileURLToPath(new URL('walk-page/page.js', import.meta.url))
/** A page that has said nothing for so long has died. */
const answersWithinMs = 300_000

type Post = { readonly path: string; readonly body: string; readonly response: ServerResponse }

/** Opens the walking page in a browser, with the product's Rapier, and waits until it asks for its first run. @throws Error when it does not */
export async function openBrowserWalker(program: BrowserProgram): Promise<Walker> {
  let hear: (post: Promise<Post>) => void = () => undefined
  const page = await servePage(script, (request, response) => hear(readPost(request, response)))
  const browser = startBrowser(program, page.origin)
  const nextPost = (): Promise<Post> => {
    const post = new Promise<Post>((resolve) => {
      hear = resolve
    })
    return Promise.race([post, browser.failed, silence(program.command)])
  }
  const close = async (): Promise<void> => {
    await browser.stop()
    page.close()
  }
  try {
    let post = await nextPost()
    return {
      by: /(?:Firefox|Chrome)\/[\d.]+/.exec(post.body)?.[0] ?? post.body,
      async walk(run) {
        const answer = nextPost()
        post.response.setHeader('content-type', 'application/json').end(JSON.stringify(run))
        post = await answer
        if (post.path !== '/result') throw new Error(`${program.command}: ${post.path} ${post.body}`)
        return JSON.parse(post.body) as TwinResult
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function silence(command: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${command} said nothing for ${answersWithinMs / 1000} s`)), answersWithinMs).unref()
  })
}

async function readPost(request: IncomingMessage, response: ServerResponse): Promise<Post> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return { path: request.url ?? '', body: Buffer.concat(chunks).toString(), response }
}
