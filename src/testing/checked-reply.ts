import assert from 'node:assert/strict'
import { type ApiOperation, operations } from '../api/ctgov/describe/operations.ts'

/** A reply of the registry's API that was held to the document of that API, and read. */
export interface CheckedReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The value, where the reply is JSON. */
  readonly json: unknown
}

/**
 * Reads a reply of an address below `/api/v2` and holds it to `/openapi.json`: its status, its media type and its content are
 * described there, and any page may read it.
 */
export async function checkedReply(address: string, reply: Response): Promise<CheckedReply> {
  const text = await reply.text()
  const { status, headers } = reply
  assert.equal(headers.get('access-control-allow-origin'), '*', address)
  const operation = operationOf(address)
  const described = operation?.replies[status]
  assert.ok(
    described ?? [404, 405, 413, 429, 503].includes(status),
    `${address} answered ${status}`,
  )
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  if (text === '') return { status, headers, text, json: undefined }
  if (!described) return { status, headers, text, json: undefined }
  const schema = described.content?.[type]
  assert.ok(schema, `${address} answered ${status} as ${type}`)
  const json: unknown = type.endsWith('json') ? JSON.parse(text) : undefined
  const read = schema.safeParse(json ?? text)
  assert.ok(read.success, `${address}: ${JSON.stringify(read.error?.issues.slice(0, 3))}`)
  return { status, headers, text, json }
}

function operationOf(address: string): ApiOperation | undefined {
  const path = new URL(address, 'http://localhost').pathname.replace(/^\/api\/v2/, '')
  return (
    operations.find((one) => one.path === path) ??
    operations.find((one) => patternOf(one.path).test(path))
  )
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
