import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Handlers } from '../../src/contract/router'
import { startLoopbackServer } from '../../src/main/hosts/http/loopbackServer'
import { createEventHub, type EventHub } from '../../src/main/hosts/shared/eventHub'
import { smallRouter } from './smallRouter'

export const PAGE = '<!doctype html><title>Crossread</title><script type="module" src="./assets/page.js"></script>'

const info = { name: 'Crossread', version: '0.0.0', host: 'loopback', dialogs: false } as const

/** A folder as a build leaves it, with a secret beside it that must never be served. */
export async function builtPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-page-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'renderer/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'the secret')
  await writeFile(join(folder, 'renderer/index.html'), PAGE)
  await writeFile(join(folder, 'renderer/assets/page.js'), 'export {}')
  await writeFile(join(folder, 'renderer/assets/page.css'), 'body {}')
  await writeFile(join(folder, 'renderer/assets/inter.woff2'), 'wOF2')
  await writeFile(join(folder, 'renderer/assets/odd.xyz'), '?')
  return join(folder, 'renderer')
}

export type TestServer = {
  readonly url: string
  readonly origin: string
  readonly port: number
  readonly hub: EventHub
  readonly bugs: unknown[]
  /** Walks in with the token, which works once, and gives the Cookie header. */
  enter(): Promise<string>
  /** The Cookie header of the one who walked in first. */
  cookie(): Promise<string>
  close(): Promise<void>
}

/** A real server on a real port, closed when the test ends. */
export async function testServer(handlers: Partial<Handlers> = {}): Promise<TestServer> {
  const hub = createEventHub()
  const bugs: unknown[] = []
  const onBug = (error: unknown): void => void bugs.push(error)
  const server = await startLoopbackServer({
    router: smallRouter({ 'app.info': () => Promise.resolve(info), ...handlers }, onBug),
    subscribe: hub.subscribe,
    rendererFolder: await builtPage(),
    port: null,
    onBug,
  })
  onTestFinished(() => server.close())
  let first: Promise<string> | null = null
  async function enter(): Promise<string> {
    const reply = await fetch(server.url, { redirect: 'manual' })
    return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  return {
    url: server.url,
    origin: `http://127.0.0.1:${server.port}`,
    port: server.port,
    hub,
    bugs,
    enter,
    cookie: () => (first ??= enter()),
    close: () => server.close(),
  }
}

export type RawReply = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** A request with exactly these headers and this path, which fetch would tidy or refuse. */
export function rawRequest(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers = {}, body } = options
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (reply) => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => (text += chunk))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Whatever comes back for these bytes, until the server hangs up. */
export function rawBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (text += chunk))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}
