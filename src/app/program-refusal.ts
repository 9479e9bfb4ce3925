import type { IncomingMessage } from 'node:http'
import { fhirRefusal } from '../api/fhir/fhir-api.ts'
import type { Refusal } from './gate.ts'
import type { WrittenRefusal } from './listener.ts'

/** How what is turned away at the gate is told to a program that speaks FHIR; everybody else reads plain text. */
export function programRefusal(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  { status, text }: Refusal,
): WrittenRefusal | undefined {
  const { pathname = '', searchParams } = URL.parse(url, 'http://localhost') ?? {}
  if (!/^\/fhir(?:\/|$)/.test(pathname)) return undefined
  const format = searchParams?.get('_format') ?? undefined
  return fhirRefusal({ status, text }, { path: pathname, accept: headers.accept, format })
}
