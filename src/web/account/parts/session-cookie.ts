import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { sessionDays } from '../../../people/accounts/sessions.ts'
import { sessionCookie } from './actor.ts'

/** Only this host, over TLS or on this machine, never for scripts, never along with what another site sends here. */
const attributes = {
  prefix: 'host',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
} as const

/** In seconds: as long as a session may last. */
const maxAge = sessionDays * 86_400

/** Gives a browser the cookie of who signed in. */
export function giveCookie(c: Context, cookie: string): void {
  setCookie(c, sessionCookie, cookie, { ...attributes, maxAge })
}

/** Takes it back. */
export function takeCookie(c: Context): void {
  deleteCookie(c, sessionCookie, attributes)
}
