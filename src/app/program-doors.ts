import type { Hono } from 'hono'
import { createCtgovApi, createOpenapiDoor } from '../api/ctgov/ctgov-api.ts'
import { createFhirApi } from '../api/fhir/fhir-api.ts'
import type { WatchBase } from '../people/watches/model/watch-base.ts'
import { studyBundle } from '../api/fhir/study-bundle.ts'
import type { ApiParts } from '../api/shell/parts.ts'

/** The doors for programs, each by the address below which it answers everything: the site is not asked there. */
export function programDoors(parts: ApiParts, watches?: WatchBase): Readonly<Record<string, Hono>> {
  return {
    '/api': createCtgovApi(parts, { fhirJson: (stored) => studyBundle(stored, parts.baseUrl) }),
    '/openapi.json': createOpenapiDoor(parts),
    '/fhir': createFhirApi(parts, watches),
  }
}
