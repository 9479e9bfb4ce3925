import type { Context } from 'hono'
import type { Config } from './config/config.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'
import {
  isLoopback,
  isPassedOn,
  isPrivate,
  isThisMachine,
  remoteAddressOf,
} from '../web/shell/from-here.ts'

/** What an operator reads who forgot the setting; `trialway doctor` says the same. */
export const forgottenProxy =
  'A proxy is in front, and TRUST_PROXY is not set. Set TRUST_PROXY=true, and let the proxy set X-Forwarded-For.'

/** Whether the settings alone say that a proxy must be in front and is not trusted: TLS is not spoken here. */
export function needsProxy({
  trustProxy,
  baseUrl,
}: Pick<Config, 'trustProxy' | 'baseUrl'>): boolean {
  return !trustProxy && baseUrl.startsWith('https:')
}

/**
 * Notices requests that a proxy passed on while `TRUST_PROXY` is not set: it counts them, and says so once. Nothing of
 * such a request is kept.
 */
export function noticeForgottenProxy(
  baseUrl: string,
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
): (c: Context) => void {
  const isOpen = !isThisMachine(baseUrl)
  let isSaid = false
  return (c) => {
    if (!seemsPassedOn(c, isOpen)) return
    metrics.passedOn()
    if (isSaid) return
    isSaid = true
    log.warn(forgottenProxy)
  }
}

/** Some proxies say nothing: then a form that comes from the machine beside us, where others are served, tells it. */
function seemsPassedOn(c: Context, isOpen: boolean): boolean {
  const peer = remoteAddressOf(c) ?? ''
  if (!isLoopback(peer) && !isPrivate(peer)) return false
  return isPassedOn(c) || (isOpen && isLoopback(peer) && c.req.method === 'POST')
}
