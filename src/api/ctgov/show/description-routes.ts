import { Hono } from 'hono'
import type { ApiParts } from '../../shell/parts.ts'
import { withSlash } from '../../shell/with-slash.ts'
import { faultOfParameters, readMetadataRequest } from '../read/stats-request.ts'
import { describedAreas, describedEnums } from './described.ts'
import { fieldNodes } from './metadata.ts'
import { refusedAsked } from './plain-fault.ts'
import { taggedJson } from './tagged-reply.ts'

/** What there is: `/version`, and the fields, search areas and enumerations of the records. */
export function descriptionRoutes({ catalogue }: Pick<ApiParts, 'catalogue'>): Hono {
  const routes = new Hono()
  const fixed = (path: string, value: () => unknown): void => {
    routes.on('GET', withSlash(path), (c) => {
      const fault = faultOfParameters(new URL(c.req.url))
      return fault ? refusedAsked(c, fault) : taggedJson(c, value())
    })
  }
  fixed('/version', () => versionOf(catalogue))
  fixed('/studies/search-areas', describedAreas)
  fixed('/studies/enums', describedEnums)
  routes.on('GET', withSlash('/studies/metadata'), (c) => {
    const asked = readMetadataRequest(new URL(c.req.url))
    // No field is kept for searching alone, and those of old records alone are in the table with the others.
    return asked.kind === 'fault' ? refusedAsked(c, asked) : taggedJson(c, fieldNodes())
  })
  return routes
}

/** The day on which the registry processed the newest record, as its API writes a moment: UTC, no zone, no fraction. */
function versionOf(catalogue: ApiParts['catalogue']): object {
  const { processedTo, imported = '1970-01-01' } = catalogue.summary()
  return { apiVersion, dataTimestamp: `${processedTo ?? imported}T00:00:00` }
}

/** The version of the registry's API that is followed. */
export const apiVersion = '2.0.5'
