import { type Context, Hono } from 'hono'
import { earlierRecord, firstWhole } from '../../../finder/catalogue/model/earlier-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ApiParts } from '../../shell/parts.ts'
import { withSlash } from '../../shell/with-slash.ts'
import { readStudyRequest } from '../read/study-request.ts'
import { plainFault, refusedAsked } from './plain-fault.ts'
import { servedRecord } from './served-record.ts'
import { taggedJson } from './tagged-reply.ts'
import { importedVersions } from './imported-versions.ts'

/**
 * `/studies/{nctId}` and `/studies/{nctId}/history/{version}` of the registry's own pages, as people read them who study how records
 * change. An earlier version is given whole, without contacts, as far as it is kept: `wholeFrom` says from which on.
 */
export function historyRoutes({ catalogue }: Pick<ApiParts, 'catalogue'>): Hono {
  const routes = new Hono()
  const found = (c: Context, answer: (stored: StoredStudy) => Response): Response => {
    const asked = readStudyRequest(c.req.param('nctId') ?? '', new URL('http://localhost'))
    if (asked.kind === 'fault') return refusedAsked(c, asked)
    const stored = catalogue.study(asked.nctId)
    return stored ? answer(stored) : plainFault(c, 404, `NCT number ${asked.nctId} not found`)
  }
  routes.on('GET', withSlash('/studies/:nctId'), (c) =>
    found(c, (stored) => {
      const study = servedRecord(stored)
      if (c.req.query('history') !== 'true') return taggedJson(c, { study })
      return taggedJson(c, {
        study,
        history: { changes: importedVersions(stored), wholeFrom: firstWhole(stored) },
      })
    }),
  )
  routes.on('GET', withSlash('/studies/:nctId/history/:version'), (c) =>
    found(c, (stored) => {
      const newest = stored.history.length
      const version = c.req.param('version') ?? ''
      if (!/^\d{1,9}$/.test(version))
        return plainFault(c, 400, 'Parameter `version` has incorrect format')
      if (Number(version) === newest)
        return taggedJson(c, { studyVersion: newest, study: servedRecord(stored) })
      const record = earlierRecord(stored, Number(version))
      if (record) {
        const study = servedRecord({ ...stored, study: record, points: [] })
        return taggedJson(c, { studyVersion: Number(version), study })
      }
      const why =
        Number(version) > newest
          ? `The newest version here is ${newest}`
          : `Of versions before ${firstWhole(stored)} only what changed is kept here; see ?history=true`
      return plainFault(c, 404, `Version ${version} is not found. ${why}`)
    }),
  )
  return routes
}
