import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../src/contract/client'
import { WorkbenchError } from '../../src/contract/errors'
import { CONNECTION_CHECK_MS, HEADERS_TIMEOUT_MS, MAX_BODY_BYTES } from '../../src/main/hosts/http/limits'
import { rawBytes, rawRequest, testServer, type TestServer } from '../support/loopback'

const json = { 'Content-Type': 'application/json' }

async function post(server: TestServer, path: string, body: BodyInit, headers: Record<string, string> = json) {
  const reply = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { cookie: await server.cookie(), ...headers },
    body,
  })
  return {
    status: reply.status,
    envelope: (await reply.json()) as { ok: boolean; error?: { code: string; message: string } },
  }
}

describe('endpoints over the loopback host', () => {
  it('answers a call with an envelope', async () => {
    const server = await testServer()
    expect(await post(server, '/api/app.info', '{}')).toEqual({
      status: 200,
      envelope: { ok: true, value: { name: 'Crossread', version: '0.0.0', host: 'loopback', dialogs: false } },
    })
  })

  it('serves the contract’s client', async () => {
    const server = await testServer()
    const client = createClient({
      invoke: async (endpoint, input) => (await post(server, `/api/${endpoint}`, JSON.stringify(input))).envelope,
      subscribe: () => () => undefined,
    })
    expect((await client.call('app.info', {})).host).toBe('loopback')
  })

  it('answers 404 and says so for an endpoint that does not exist', async () => {
    const server = await testServer()
    for (const name of ['no.such', '', 'toString', 'app.info/', 'app%2Einfo']) {
      const { status, envelope } = await post(server, `/api/${name}`, '{}')
      expect([name, status, envelope.error?.code]).toEqual([name, 404, 'UNKNOWN_ENDPOINT'])
    }
  })

  it('takes calls by POST alone', async () => {
    const server = await testServer()
    const cookie = await server.cookie()
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const reply = await fetch(`${server.origin}/api/app.info`, { method, headers: { cookie } })
      expect([method, reply.status, reply.headers.get('allow'), await reply.text()]).toEqual([method, 405, 'POST', ''])
    }
  })

  it.each([
    ['{"a":', /^app\.info: The request’s body is not JSON: .*end of JSON input/],
    ['{"a" 1}', /^app\.info: The request’s body is not JSON: .*position 5/],
    ['', /^app\.info: The request’s body is empty/],
    ['{"a":1}', /^app\.info: a: /],
    ['[1]', /^app\.info: /],
    ['"text"', /^app\.info: /],
  ])('says what is wrong with the body %j', async (body, message) => {
    const { status, envelope } = await post(await testServer(), '/api/app.info', body)
    expect([status, envelope.error?.code]).toEqual([400, 'BAD_INPUT'])
    expect(envelope.error?.message).toMatch(message)
  })

  it('refuses a body that is not UTF-8 rather than replacing its characters', async () => {
    const { status, envelope } = await post(await testServer(), '/api/app.info', Buffer.from([0x22, 0xff, 0x22]))
    expect([status, envelope.error?.message]).toEqual([400, 'app.info: The request’s body is not UTF-8.'])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses a body sent as %j, which a form of another site could send',
    async (type) => {
      const { status, envelope } = await post(await testServer(), '/api/app.info', '{}', { 'Content-Type': type })
      expect([status, envelope.error?.code]).toEqual([415, 'BAD_INPUT'])
    },
  )

  it('refuses a packed body, whose size would be unknown', async () => {
    const headers = { ...json, 'Content-Encoding': 'gzip' }
    expect((await post(await testServer(), '/api/app.info', '{}', headers)).status).toBe(415)
  })

  it('answers a body over the limit with TOO_LARGE, declared or not, and goes on', async () => {
    const server = await testServer()
    const cookie = await server.cookie()
    const large = Buffer.alloc(MAX_BODY_BYTES + 1, ' ')
    const declared = await fetch(`${server.origin}/api/app.info`, {
      method: 'POST',
      headers: { cookie, ...json },
      body: large,
    })
    expect([declared.status, ((await declared.json()) as { error: { code: string } }).error.code]).toEqual([
      413,
      'TOO_LARGE',
    ])
    const streamed = await fetch(`${server.origin}/api/app.info`, {
      method: 'POST',
      headers: { cookie, ...json },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
    expect((await fetch(server.origin, { headers: { cookie } })).status).toBe(200)
  })

  it('takes a body as large as a source may be', async () => {
    let received = 0
    const server = await testServer({
      'source.importFile': (input) => {
        received = input.base64.length
        return Promise.reject(new WorkbenchError({ code: 'SOURCE_NOT_ADDED', message: 'full' }))
      },
    })
    const base64 = Buffer.alloc(20 * 1024 * 1024).toString('base64')
    const { status } = await post(server, '/api/source.importFile', JSON.stringify({ name: 'a.txt', base64 }))
    expect([status, received]).toEqual([422, base64.length])
  })

  it('gives each kind of failure its status', async () => {
    const codes = { SOURCE_UNKNOWN: 404, READ_ONLY: 409, STALE_TEXT: 409, CANCELLED: 409, STORAGE_FAILED: 507 } as const
    for (const [code, status] of Object.entries(codes)) {
      const error = new WorkbenchError({ code: code as keyof typeof codes, message: 'said', details: { a: 1 } })
      const server = await testServer({ 'corpus.get': () => Promise.reject(error) })
      const reply = await post(server, '/api/corpus.get', '{}')
      expect(reply).toEqual({ status, envelope: { ok: false, error: { code, message: 'said', details: { a: 1 } } } })
    }
  })

  it('tells a client nothing about a fault of ours, and the host everything', async () => {
    const server = await testServer({ 'corpus.get': () => Promise.reject(new TypeError('/home/anna is not iterable')) })
    const { status, envelope } = await post(server, '/api/corpus.get', '{}')
    expect([status, envelope.error?.code]).toEqual([500, 'INTERNAL'])
    expect(JSON.stringify(envelope)).not.toContain('anna')
    expect(server.bugs).toHaveLength(1)
  })

  it('answers many calls at once, each with its own', async () => {
    const server = await testServer({
      'search.query': async ({ query }) => {
        await new Promise((resolve) => setTimeout(resolve, query.length % 7))
        return { hits: [], complete: query.length % 2 === 0 }
      },
    })
    const cookie = await server.cookie()
    const ask = async (length: number): Promise<boolean> => {
      const body = JSON.stringify({ query: 'x'.repeat(length), limit: 1 })
      const reply = await fetch(`${server.origin}/api/search.query`, {
        method: 'POST',
        headers: { cookie, ...json },
        body,
      })
      return ((await reply.json()) as { value: { complete: boolean } }).value.complete
    }
    const lengths = Array.from({ length: 50 }, (_, index) => index)
    expect(await Promise.all(lengths.map(ask))).toEqual(lengths.map((length) => length % 2 === 0))
  })

  it('finishes what is under way before it closes, and answers no more after', async () => {
    let finish: () => void = () => undefined
    let started: () => void = () => undefined
    const underWay = new Promise<void>((resolve) => (started = resolve))
    const server = await testServer({
      'job.cancel': () =>
        new Promise((resolve) => {
          finish = () => resolve({ cancelled: true })
          started()
        }),
    })
    const reply = post(server, '/api/job.cancel', JSON.stringify({ jobId: 'job' }))
    await underWay
    const closed = server.close()
    finish()
    expect((await reply).envelope.ok).toBe(true)
    await closed
    await expect(fetch(server.origin)).rejects.toThrow()
  })

  it('survives a client that hangs up in the middle of a body', async () => {
    const server = await testServer()
    const cookie = await server.cookie()
    const head = `POST /api/app.info HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\n`
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a`, () => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    expect((await fetch(server.origin, { headers: { cookie } })).status).toBe(200)
    expect(server.bugs).toEqual([])
  })

  it.each([
    '\r\n\r\nhello',
    'GET / HTTP/9.9\r\n\r\n',
    '\u0016\u0003\u0001\u0002',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ])('hangs up on what is no request: %j', async (bytes) => {
    const server = await testServer()
    expect(await rawBytes(server.port, bytes)).toMatch(
      /^HTTP\/1\.1 4(00|31) [\w ]+\r\nConnection: close\r\nContent-Length: 0\r\n\r\n$/,
    )
  })

  it(
    'hangs up on a client that never ends its headers',
    async () => {
      const server = await testServer()
      const reply = await rawBytes(server.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Slow: `)
      expect(reply).toMatch(/^HTTP\/1\.1 408 /)
    },
    3 * (HEADERS_TIMEOUT_MS + CONNECTION_CHECK_MS),
  )

  it('reads a target that names another host as a path', async () => {
    const server = await testServer()
    const Cookie = await server.cookie()
    for (const path of ['http://evil.example/api/app.info', '//evil.example/api/app.info']) {
      const reply = await rawRequest(server.port, { method: 'POST', path, headers: { Cookie, ...json }, body: '{}' })
      expect([path, reply.status]).toEqual([path, 405])
    }
  })
})
