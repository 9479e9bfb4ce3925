import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** Whether a request comes from this machine itself, and was not passed on by a proxy for another person. */
export function isFromHere(c: Context): boolean {
  if (forwarding.some((name) => c.req.header(name) !== undefined)) return false
  return isLoopback(remoteAddressOf(c) ?? '')
}

/** The address at the other end of the connection; undefined where there is none, as in a test. */
export function remoteAddressOf(c: Context): string | undefined {
  const env = c.env as Partial<HttpBindings> | undefined
  return env?.incoming?.socket.remoteAddress
}

/** Whether an IP address is one of this machine itself: `127.0.0.0/8` or `::1`. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']
