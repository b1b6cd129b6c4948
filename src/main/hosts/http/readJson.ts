import type { IncomingMessage } from 'node:http'
import type { WorkbenchFailure } from '../../../contract/errors'
import { failure, success, type Result } from '../../../core/result'
import { MAX_BODY_BYTES, MAX_DRAINED_BYTES } from './limits'

export type BodyFailure = WorkbenchFailure & { readonly status: number }

/** The body of a request as JSON. Fails with what is wrong and where; rejects only when the client goes away. */
export async function readJson(request: IncomingMessage): Promise<Result<unknown, BodyFailure>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    return bad(415, `The request’s body must be sent as application/json, not as ${JSON.stringify(type ?? '')}.`)
  const coding = request.headers['content-encoding']
  if (coding !== undefined && coding !== 'identity')
    return bad(415, `The request’s body must not be packed; it came as ${JSON.stringify(coding.slice(0, 80))}.`)
  const bytes = await readBody(request)
  if (bytes === null)
    return failure({
      status: 413,
      code: 'TOO_LARGE',
      message: `The request is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`,
    })
  return parse(bytes)
}

function parse(bytes: Buffer): Result<unknown, BodyFailure> {
  if (bytes.length === 0) return bad(400, 'The request’s body is empty; an endpoint without input wants {}.')
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bad(400, 'The request’s body is not UTF-8.')
  }
  try {
    const value: unknown = JSON.parse(text)
    return success(value)
  } catch (error) {
    return bad(400, `The request’s body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`)
  }
}

/** Null when it is too large; what comes after the limit is thrown away unread, and the line is cut when that never ends. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let received = 0
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) resolve(null)
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received <= MAX_BODY_BYTES) {
        chunks.push(chunk)
        return
      }
      chunks = []
      resolve(null)
      if (received > MAX_DRAINED_BYTES) request.destroy()
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the client went away')))
  })
}

function bad(status: number, message: string): Result<never, BodyFailure> {
  return failure({ status, code: 'BAD_INPUT', message })
}
