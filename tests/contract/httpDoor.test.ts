import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { WorkbenchError } from '../../src/contract/errors'
import { startLoopbackServer } from '../../src/main/hosts/http/loopbackServer'
import { createEventHub } from '../../src/main/hosts/shared/eventHub'
import { builtPage, PAGE, rawBytes, rawRequest, testServer } from '../support/loopback'
import { smallRouter } from '../support/smallRouter'

const json = { 'Content-Type': 'application/json' }

describe('the door of the loopback host', () => {
  it('turns the token into a cookie that scripts and other sites cannot use, and hides it from the address', async () => {
    const server = await testServer()
    const reply = await fetch(server.url, { redirect: 'manual' })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
    expect(reply.headers.get('set-cookie')).toMatch(
      new RegExp(`^crossread-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect(reply.headers.get('set-cookie')).not.toContain(new URL(server.url).searchParams.get('token'))
  })

  it('opens once for a token', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    expect(cookie).not.toBe('')
    const second = await fetch(server.url, { redirect: 'manual' })
    expect([second.status, second.headers.get('set-cookie')]).toEqual([403, null])
  })

  it('lets the same browser open the printed address again', async () => {
    const server = await testServer()
    const cookie = await server.enter()
    const again = await fetch(server.url, { redirect: 'manual', headers: { cookie } })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
  })

  it('keeps the token for the reviewer when a program only looks ahead', async () => {
    const server = await testServer()
    const path = server.url.slice(server.origin.length)
    expect((await rawRequest(server.port, { method: 'HEAD', path })).status).toBe(403)
    expect((await rawRequest(server.port, { path, headers: { 'Sec-Purpose': 'prefetch;prerender' } })).status).toBe(403)
    expect(await server.enter()).not.toBe('')
  })

  it.each(['', 'wrong', 'é', 'x'.repeat(5000)])('stays shut for the token %j', async (token) => {
    const server = await testServer()
    const reply = await fetch(`${server.origin}/?token=${encodeURIComponent(token)}`, { redirect: 'manual' })
    expect(reply.status).toBe(403)
  })

  it('gives a stranger no page and nothing to learn from', async () => {
    const server = await testServer()
    const page = await fetch(server.origin)
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('open the address that was printed')
    const asset = await fetch(`${server.origin}/assets/page.js`)
    expect(asset.status).toBe(403)
    for (const path of ['app.info', 'events', 'no.such', ''])
      for (const method of ['GET', 'POST']) {
        const reply = await fetch(`${server.origin}/api/${path}`, { method })
        expect([path, reply.status, await reply.text()]).toEqual([path, 403, ''])
      }
  })

  it.each(['crossread-1=x', 'crossread-PORT=', 'crossread-PORT=wrong', 'xcrossread-PORT=SECRET', 'other=SECRET'])(
    'does not take the cookie %s',
    async (template) => {
      const server = await testServer()
      const secret = (await server.enter()).split('=')[1]!
      const cookie = template.replace('PORT', String(server.port)).replace('SECRET', secret)
      expect((await fetch(server.origin, { headers: { cookie } })).status).toBe(403)
    },
  )

  it('finds its cookie among those of other programs on this machine', async () => {
    const server = await testServer()
    const cookie = `theme=dark; crossread-1=old; ${await server.enter()}; last=1`
    expect((await fetch(server.origin, { headers: { cookie } })).status).toBe(200)
  })

  it('answers to 127.0.0.1 and localhost with its port', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    for (const Host of [`127.0.0.1:${server.port}`, `localhost:${server.port}`, `LocalHost:${server.port}`])
      expect((await rawRequest(server.port, { path: '/', headers: { Host, Cookie } })).body).toBe(PAGE)
  })

  it('answers to no other name, though the cookie is right', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    const names = ['evil.example', '127.0.0.1', '127.0.0.1:1', `0.0.0.0:${server.port}`, `[::1]:${server.port}`]
    names.push(`127.0.0.1:${server.port}.evil.example`, `evil.example:${server.port}`, `127.0.0.1:${server.port}0`)
    for (const Host of names)
      for (const path of ['/', '/api/app.info']) {
        const reply = await rawRequest(server.port, {
          method: 'POST',
          path,
          headers: { Host, Cookie, ...json },
          body: '{}',
        })
        expect([Host, reply.status, reply.body]).toEqual([Host, 403, ''])
      }
  })

  it('refuses a request that names two hosts, or none', async () => {
    const server = await testServer()
    const host = `Host: 127.0.0.1:${server.port}\r\n`
    const two = await rawBytes(server.port, `GET / HTTP/1.1\r\n${host}Host: evil.example\r\nConnection: close\r\n\r\n`)
    expect(two).toMatch(/^HTTP\/1\.1 40[03] /)
    expect(two).not.toContain('Crossread')
    const none = await rawBytes(server.port, 'GET / HTTP/1.0\r\n\r\n')
    expect(none).toMatch(/^HTTP\/1\.1 403 /)
    expect(none).not.toContain('Crossread')
  })

  it('serves pages of its own origin alone', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    const origins = ['null', 'https://evil.example', `http://evil.example:${server.port}`, 'http://127.0.0.1:1']
    origins.push(`https://127.0.0.1:${server.port}`, `http://localhost:${server.port}`, 'crossread://app')
    for (const Origin of origins) {
      const reply = await rawRequest(server.port, {
        method: 'POST',
        path: '/api/app.info',
        headers: { Cookie, Origin, ...json },
        body: '{}',
      })
      expect([Origin, reply.status, reply.body]).toEqual([Origin, 403, ''])
    }
    const own = { Cookie, Origin: server.origin, ...json }
    const reply = await rawRequest(server.port, { method: 'POST', path: '/api/app.info', headers: own, body: '{}' })
    expect(reply.status).toBe(200)
  })

  it('refuses what a browser says comes from another site, another port of this machine included', async () => {
    const server = await testServer()
    const Cookie = await server.enter()
    const statusFrom = async (site: string): Promise<number> =>
      (await rawRequest(server.port, { path: '/', headers: { Cookie, 'Sec-Fetch-Site': site } })).status
    expect(await Promise.all(['same-origin', 'none', 'same-site', 'cross-site'].map(statusFrom))).toEqual([
      200, 200, 403, 403,
    ])
  })

  it('does not use up the token for a page of another site', async () => {
    const server = await testServer()
    const path = server.url.slice(server.origin.length)
    const reply = await rawRequest(server.port, { path, headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect([reply.status, reply.body]).toEqual([403, ''])
    expect(await server.enter()).not.toBe('')
  })

  it('grants no other site anything when it asks beforehand', async () => {
    const server = await testServer()
    const reply = await fetch(`${server.origin}/api/app.info`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(reply.status).toBe(403)
    expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('listens on 127.0.0.1 and nowhere else', async () => {
    const server = await testServer()
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, internal, family }) => address !== '127.0.0.1' && (internal || family === 'IPv4'))
      .map(({ address }) => address)
    expect(await Promise.all([...others, '127.0.0.2'].map((host) => answersAt(host, server.port)))).not.toContain(true)
    expect(await answersAt('127.0.0.1', server.port)).toBe(true)
  })

  it('says which port is taken', async () => {
    const server = await testServer()
    const second = startLoopbackServer({
      router: smallRouter({}),
      subscribe: createEventHub().subscribe,
      rendererFolder: await builtPage(),
      port: server.port,
    })
    await expect(second).rejects.toThrow(WorkbenchError)
    await expect(second).rejects.toThrow(`Port ${server.port} is used by another program.`)
  })

  it('says that the interface is not built', async () => {
    const rendererFolder = `${await builtPage()}/assets`
    const start = startLoopbackServer({
      router: smallRouter({}),
      subscribe: createEventHub().subscribe,
      rendererFolder,
      port: null,
    })
    await expect(start).rejects.toThrow(`there is no index.html in ${rendererFolder}. Run npm run build.`)
  })
})

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 }, () => done(true))
    const done = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('error', () => done(false))
    socket.on('timeout', () => done(false))
  })
}
