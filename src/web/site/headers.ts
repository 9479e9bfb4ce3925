import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { importMapHash } from '../assets/assets.ts'

/** What a browser is told to refuse: everything that does not come from here, and being framed. */
export function safeHeaders(): MiddlewareHandler {
  const self = ["'self'"]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", importMapHash],
      styleSrc: self,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    permissionsPolicy: { geolocation: ['self'], camera: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
  })
}
