import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits: nothing that can be guessed at loopback's speed. */
const SECRET_BYTES = 32

export interface Session {
  /** What the printed address carries. It opens the door once. */
  readonly token: string
  /** Takes the token and gives the cookie to set; null when it is wrong or has been taken. */
  enter(token: string): string | null
  /** Whether a Cookie header carries this session. */
  holds(cookieHeader: string | undefined): boolean
}

/** The one session of a running server. The cookie's name carries the port, since browsers share cookies between the ports of a host. */
export function createSession(port: number): Session {
  const token = randomBytes(SECRET_BYTES).toString('base64url')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const name = `crossread-${port}`
  let taken = false
  return {
    token,
    enter(candidate) {
      const right = sameSecret(candidate, token)
      if (!right || taken) return null
      taken = true
      return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`
    },
    holds(cookieHeader) {
      return cookieValues(cookieHeader ?? '', name).some((value) => sameSecret(value, secret))
    },
  }
}

/** In the same time whatever differs; hashing first makes the lengths equal. */
function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}

function cookieValues(header: string, name: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
