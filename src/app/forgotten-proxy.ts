import type { Context } from 'hono'
import type { Config } from './config/config.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'
import {
  isLoopback,
  isNear,
  isPassedOn,
  isPrivateNetwork,
  isThisMachine,
  remoteAddressOf,
} from '../door/from-here.ts'

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
  const hasOneSender = isThisMachine(baseUrl) ? () => false : formsOfOneSender()
  let isSaid = false
  return (c) => {
    const isOfOne = c.req.method === 'POST' && hasOneSender(remoteAddressOf(c) ?? '')
    if (!isOfOne && !(isNear(remoteAddressOf(c) ?? '') && isPassedOn(c))) return
    metrics.passedOn()
    if (isSaid) return
    isSaid = true
    log.warn(forgottenProxy)
  }
}

/** So many forms of one private address, and none of another, are those of more than one person. */
const manyForms = 20

/**
 * Some proxies say nothing. Where others are served, a form that comes from this machine itself tells it, and so do many
 * that all come from one private address.
 */
function formsOfOneSender(): (peer: string) => boolean {
  let sender: string | undefined
  let forms = 0
  return (peer) => {
    if (isLoopback(peer)) return true
    sender ??= peer
    forms = sender === peer && isPrivateNetwork(peer) ? forms + 1 : Number.NEGATIVE_INFINITY
    return forms >= manyForms
  }
}
