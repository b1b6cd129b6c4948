import { describe, expect, it } from 'vitest'
import { rawRequest, testServer, type TestServer } from '../support/loopback'

/** Reads an event stream block by block. */
async function listen(server: TestServer, cookie: string, lastEventId?: string) {
  const abort = new AbortController()
  const headers = { cookie, ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) }
  const reply = await fetch(`${server.origin}/api/events`, { headers, signal: abort.signal })
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  async function block(): Promise<string | null> {
    for (;;) {
      const end = buffer.indexOf('\n\n')
      if (end !== -1) {
        const found = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        return found
      }
      const { done, value } = await reader.read()
      if (done) return null
      buffer += value
    }
  }
  async function event(): Promise<unknown> {
    const found = await block()
    const data = found?.split('\n').find((line) => line.startsWith('data: '))
    return data === undefined ? found : JSON.parse(data.slice('data: '.length))
  }
  return { reply, block, event, leave: () => abort.abort() }
}

describe('events over the loopback host', () => {
  it('reach every page that listens, in order', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    const pages = [await listen(server, cookie), await listen(server, cookie), await listen(server, cookie)]
    expect(pages[0]!.reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(pages[0]!.reply.headers.get('cache-control')).toBe('no-store')
    for (const page of pages) expect(await page.block()).toBe('retry: 1000\nid: 0')
    server.hub.emit({ kind: 'corpus-changed' })
    server.hub.emit({ kind: 'saving', state: 'failed', message: 'disk full\n\ndata: no\u2028' })
    for (const page of pages) {
      expect(await page.event()).toEqual({ kind: 'corpus-changed' })
      expect(await page.event()).toEqual({ kind: 'saving', state: 'failed', message: 'disk full\n\ndata: no\u2028' })
      page.leave()
    }
  })

  it('go on for the others when a page leaves', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    const stays = await listen(server, cookie)
    const leaves = await listen(server, cookie)
    await stays.block()
    await leaves.block()
    leaves.leave()
    for (const command of ['a', 'b', 'c']) {
      server.hub.emit({ kind: 'command', command })
      expect(await stays.event()).toEqual({ kind: 'command', command })
    }
    stays.leave()
  })

  it('tell a page that was away to ask for everything again', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    server.hub.emit({ kind: 'corpus-changed' })
    server.hub.emit({ kind: 'corpus-changed' })
    const late = await listen(server, cookie, '1')
    expect(await late.block()).toBe('retry: 1000\nid: 2')
    expect([await late.event(), await late.event(), await late.event()]).toEqual([
      { kind: 'corpus-changed' },
      { kind: 'review-changed', revision: null },
      { kind: 'preferences-changed' },
    ])
    late.leave()
  })

  it('repeat nothing to a page that missed nothing', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    server.hub.emit({ kind: 'corpus-changed' })
    const back = await listen(server, cookie, '1')
    await back.block()
    server.hub.emit({ kind: 'review-changed', revision: 7 })
    expect(await back.event()).toEqual({ kind: 'review-changed', revision: 7 })
    back.leave()
  })

  it('are only for reading', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    for (const method of ['POST', 'HEAD', 'DELETE'])
      expect((await rawRequest(server.port, { method, path: '/api/events', headers: { Cookie } })).status).toBe(405)
  })

  it('end when the server closes', async () => {
    const server = await testServer()
    const page = await listen(server, await server.enter())
    await page.block()
    await server.close()
    expect(await page.block()).toBeNull()
  })
})
