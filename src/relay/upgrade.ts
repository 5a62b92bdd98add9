import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const WORDS = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const

/** Answers a request for a WebSocket with a status, and closes. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof WORDS): void {
  socket.on('error', () => {})
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${WORDS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Whether a client asks for MQTT over its WebSocket. */
export const speaksMqtt = ({ headers }: IncomingMessage): boolean =>
  (headers['sec-websocket-protocol'] ?? '').split(',').some((protocol) => protocol.trim() === 'mqtt')

/**
 * Whether a request comes from a page of this site, or from no page at all: browsers
 * say which page asks, and a page elsewhere has no business here.
 */
export function isOfThisSite({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true
  const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : null
  // A server in front of this one may ask under another name, and says which was meant.
  return host !== null && [headers.host, headers['x-forwarded-host']].includes(host)
}
