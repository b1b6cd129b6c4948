/** A source may have 20 MB, which base64 makes 27: this leaves room for the rest of a request. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024
/** A body that is refused is still read to here, since a browser reads the answer only after sending; then the line is cut. */
export const MAX_DRAINED_BYTES = 256 * 1024 * 1024
/** Cookies and our few headers need under 2 KB. */
export const MAX_HEADER_BYTES = 16 * 1024
export const MAX_HEADERS = 64
/** A browser opens six connections a tab at most; more than this many is not a reviewer. */
export const MAX_CONNECTIONS = 128
/** How long a client may take over its headers, and over a whole request: long for a busy machine, short for a client that never ends. */
export const HEADERS_TIMEOUT_MS = 10_000
export const REQUEST_TIMEOUT_MS = 60_000
/** How often the two above are looked at. */
export const CONNECTION_CHECK_MS = 2_000
export const KEEP_ALIVE_MS = 5_000
/** A comment in the event stream, so that neither end takes a quiet line for a dead one. */
export const HEARTBEAT_MS = 15_000
/** How long a browser waits before it asks for events again. */
export const EVENT_RETRY_MS = 1_000
/** A client that lets this much pile up is cut off; it asks again and is told that it missed something. */
export const MAX_EVENT_BACKLOG_BYTES = 1024 * 1024
/** How long requests under way may go on after closing has begun. */
export const CLOSE_GRACE_MS = 2_000
/** How often lines that fell idle are closed meanwhile. */
export const CLOSE_SWEEP_MS = 25
