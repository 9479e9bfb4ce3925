import type { Context } from 'hono'
import type { ApiParts } from '../../shell/parts.ts'
import { calledBase } from '../protocol/called-base.ts'
import type { FhirVersion } from '../xml/element-table.ts'
import type { WireFormat } from '../protocol/wire-format.ts'

/** What an answer in one release is made with. */
export interface RequestParts {
  readonly parts: ApiParts
  readonly release: FhirVersion
  readonly format: WireFormat
  /** The address of the release as it was called: links lead there. */
  readonly called: string
  /** Its address for everybody: extensions and definitions are named under it. */
  readonly base: string
}

/** Gathers it for a request. */
export function requestParts(
  c: Context,
  parts: ApiParts,
  release: FhirVersion,
  format: WireFormat,
): RequestParts {
  return {
    parts,
    release,
    format,
    called: calledBase(c, release, parts),
    base: `${parts.baseUrl}/fhir/${release}`,
  }
}
