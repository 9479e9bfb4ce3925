import { type Context, Hono } from 'hono'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ApiParts } from '../../shell/parts.ts'
import { withSlash } from '../../shell/with-slash.ts'
import { readStudyRequest, type StudyRequest } from '../read/study-request.ts'
import { csvPage } from './csv-page.ts'
import { plainFault, refusedAsked } from './plain-fault.ts'
import { preferredForm } from './preferred-form.ts'
import { risOf } from './ris.ts'
import { csvColumnsOf, csvStudy, jsonMaker } from './shown-study.ts'
import { inTurns } from './study-page.ts'
import { taggedReply } from './tagged-reply.ts'
import { zipOfOne } from './zip-of-one.ts'

/** Forms of a study that are made elsewhere. */
export interface OtherForms {
  /** A Bundle of what a study is in FHIR. */
  readonly fhirJson: (stored: StoredStudy) => Promise<object>
}

/** `/studies/{nctId}`: one study. What was once registered under another number leads to it. */
export function studyRoutes({ catalogue }: Pick<ApiParts, 'catalogue'>, forms: OtherForms): Hono {
  return new Hono().on('GET', withSlash('/studies/:nctId'), (c) => {
    const url = new URL(c.req.url)
    const asked = readStudyRequest(c.req.param('nctId') ?? '', url)
    if (asked.kind === 'fault') return refusedAsked(c, asked)
    const stored = catalogue.study(asked.nctId)
    if (stored) return shownStudy(c, stored, asked, forms)
    const [current] = catalogue.idsOf({ kind: 'study', nctId: asked.nctId })
    if (current === undefined) return plainFault(c, 404, `NCT number ${asked.nctId} not found`)
    return c.redirect(`${url.pathname.replace(/[^/]*\/?$/, current)}${url.search}`, 301)
  })
}

async function shownStudy(
  c: Context,
  stored: StoredStudy,
  asked: StudyRequest,
  forms: OtherForms,
): Promise<Response> {
  switch (asked.format) {
    case 'json':
    case 'json.zip': {
      const made = jsonMaker(asked, preferredForm(c))
      if ('kind' in made) return refusedAsked(c, made)
      const text = JSON.stringify(await inTurns(made(stored)))
      if (asked.format === 'json') return taggedReply(c, text, 'application/json')
      named(c, `${asked.nctId}.json.zip`)
      return taggedReply(c, zipOfOne(`${asked.nctId}.json`, text), 'application/zip')
    }
    case 'csv': {
      const columns = csvColumnsOf(asked)
      if ('kind' in columns) return refusedAsked(c, columns)
      const text = [...csvPage([csvStudy(stored)], columns, true)].join('')
      return taggedReply(c, text, 'text/csv; charset=utf-8')
    }
    case 'ris':
      named(c, `${asked.nctId}.ris`)
      return taggedReply(c, risOf(csvStudy(stored)), 'application/x-research-info-systems')
    case 'fhir.json':
      return taggedReply(c, JSON.stringify(await forms.fhirJson(stored)), 'application/fhir+json')
  }
}

function named(c: Context, file: string): void {
  c.header('Content-Disposition', `attachment; filename="${file}"`)
}
