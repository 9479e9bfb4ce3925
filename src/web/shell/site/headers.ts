import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { App } from '../app.ts'
import { importMapHash } from '../assets/assets.ts'

/**
 * What a browser is told to refuse: everything that does not come from here, and being framed. A page that
 * says one of these itself is left its own. Where the address has TLS, a browser shall ask for it by TLS for a year;
 * names under it are not ours to speak for.
 */
export function safeHeaders({ baseUrl }: Pick<App, 'baseUrl'>): MiddlewareHandler {
  const self = ["'self'"]
  const usual = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", importMapHash],
      styleSrc: self,
      fontSrc: self,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    permissionsPolicy: { geolocation: ['self'], camera: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: baseUrl.startsWith('https:') && 'max-age=31536000',
  })
  return async (c, next) => {
    const own = new Map<string, string>()
    await usual(c, async () => {
      await next()
      for (const name of mayBeOwn) {
        const value = c.res.headers.get(name)
        if (value !== null) own.set(name, value)
      }
    })
    for (const [name, value] of own) c.res.headers.set(name, value)
    if (isPart.test(c.res.headers.get('Content-Type') ?? ''))
      for (const name of ofDocuments) c.res.headers.delete(name)
  }
}

/** What is only ever a part of a page; each header of it is paid for on a slow line, a dozen times a page. */
const isPart = /^(?:text\/css|text\/javascript|font\/woff2)(?:;|$)/

/** What says something of a document alone. A picture may be one. */
const ofDocuments = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
]

const mayBeOwn = ['Content-Security-Policy', 'Referrer-Policy', 'X-Frame-Options']
