import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { attemptMinutes } from '../../../people/accounts/institution/attempts.ts'
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

/** The cookie of who is at their institution to sign in, and only while they are. */
const awayCookie = 'trialway-institution'

/** Gives a browser what it is to bring back from an institution. */
export function giveAwayCookie(c: Context, cookie: string): void {
  setCookie(c, awayCookie, cookie, { ...attributes, maxAge: attemptMinutes * 60 })
}

/** What a browser brings back from an institution, true or not. */
export function awayCookieOf(c: Context): string | undefined {
  return getCookie(c, awayCookie, 'host')
}

/** Takes it back: it is good once. */
export function takeAwayCookie(c: Context): void {
  deleteCookie(c, awayCookie, attributes)
}
