import { BlockList, isIP, isIPv6 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** The address at the other end of the connection; undefined where there is none, as in a test. */
export function remoteAddressOf(c: Context): string | undefined {
  const env = c.env as Partial<HttpBindings> | undefined
  return env?.incoming?.socket.remoteAddress
}

/** Whether an IP address is one of this machine itself: `127.0.0.0/8` or `::1`. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

/**
 * Whether an IP address is of a private network, as those of proxies, containers and offices are. What is none, and an
 * address of this machine itself, is not.
 */
export function isPrivateNetwork(address: string): boolean {
  const plain = plainAddress(address)
  if (isIP(plain) === 0) return false
  return privateNetworks.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** Whether an IP address may be that of a proxy of ours: of this machine, or of its private network. */
export function isNear(address: string): boolean {
  return isLoopback(address) || isPrivateNetwork(address)
}

/** Whether the host of a web address is this machine itself. */
export function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}

/** An IP address without the zone and the prefix that a system may put to it. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

/** Whether a request says that a proxy passed it on. */
export function isPassedOn(c: Context): boolean {
  return forwarding.some((name) => c.req.header(name) !== undefined)
}

/**
 * For whom a proxy says that it passed a request on: what stands last, which is what the nearest proxy wrote. Undefined
 * where that is no IP address.
 */
export function passedOnFor(c: Context): string | undefined {
  const last =
    lastOf(c.req.header('x-forwarded-for')) ??
    /for="?([^";,]+)"?/i.exec(lastOf(c.req.header('forwarded')) ?? '')?.[1] ??
    c.req.header('x-real-ip')?.trim()
  const bare = withoutPort(last ?? '')
  return isIP(plainAddress(bare)) === 0 ? undefined : bare
}

function lastOf(list: string | undefined): string | undefined {
  return list?.split(',').at(-1)?.trim()
}

/** `192.0.2.7:1234` is `192.0.2.7`; `[2001:db8::1]:1234` is `2001:db8::1`. */
function withoutPort(text: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d[\d.]+):\d+$/, '$1')
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

const privateNetworks = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNetworks.addSubnet(network, bits, 'ipv6')
