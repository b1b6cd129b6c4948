import { describe, expect, it } from 'vitest'
import { PAGE, rawRequest, testServer } from '../support/loopback'

describe('the page from the loopback host', () => {
  it('comes with its parts, each with its type', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    const typeOf = async (path: string): Promise<[number, string | null, string]> => {
      const reply = await fetch(`${server.origin}${path}`, { headers: { cookie } })
      return [reply.status, reply.headers.get('content-type'), await reply.text()]
    }
    expect(await typeOf('/')).toEqual([200, 'text/html; charset=utf-8', PAGE])
    expect(await typeOf('/assets/page.js')).toEqual([200, 'text/javascript; charset=utf-8', 'export {}'])
    expect(await typeOf('/assets/page.css?v=1')).toEqual([200, 'text/css; charset=utf-8', 'body {}'])
    expect(await typeOf('/assets/inter.woff2')).toEqual([200, 'font/woff2', 'wOF2'])
    expect(await typeOf('/assets/odd.xyz')).toEqual([200, 'application/octet-stream', '?'])
    expect(await typeOf('/compare/A/B')).toEqual([200, 'text/html; charset=utf-8', PAGE])
  })

  it('answers HEAD as GET, without the body', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    const reply = await rawRequest(server.port, { method: 'HEAD', path: '/', headers: { Cookie } })
    expect([reply.status, reply.headers['content-length'], reply.body]).toEqual([200, String(PAGE.length), ''])
  })

  it('is read, never written', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const reply = await fetch(server.origin, { method, headers: { cookie } })
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
    }
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..%2f..%2f..%2f..%2f..%2fetc/passwd',
    '/....//secret.txt',
    '/%252e%252e%252fsecret.txt',
    '//etc/passwd',
    '/%00../secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '/assets/page.js%00.html',
  ])('leads nowhere else through %s', async (path) => {
    const server = await testServer()
    const Cookie = await server.enter()
    const reply = await rawRequest(server.port, { path, headers: { Cookie } })
    expect([reply.status, reply.body]).toEqual([200, PAGE])
  })

  it('forbids by its headers what a page of ours never needs', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    for (const path of ['/', '/assets/page.js', '/api/no.such']) {
      const { headers } = await fetch(`${server.origin}${path}`, { headers: { cookie } })
      expect(headers.get('content-security-policy')?.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
        ]),
      )
      expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('carries the same headers when the door is shut', async () => {
    const server = await testServer()
    const { headers } = await fetch(server.origin)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
