import type { Context } from 'hono'
import { Turns } from '../../../base/turns.ts'
import { isStudyId } from '../../../finder/registry/study-id.ts'
import { readElements, readSummary } from '../search/control-parameters.ts'
import { type FhirFault, faultOfOne } from '../protocol/outcome.ts'
import { contentTypeOf, sendFault } from '../protocol/reply.ts'
import { resourceBody } from './bundle-stream.ts'
import type { RequestParts } from './request-parts.ts'
import { studyResource } from './study-resource.ts'
import { type StudyResource, type Trim, trimmed } from './trimmed.ts'

/**
 * `GET ResearchStudy/NCT02390596`: one study whole, or that it has not changed since the caller has it. Throws `StudyDamaged` where
 * its record is not as it was written.
 */
export async function answerRead(c: Context, id: string, request: RequestParts): Promise<Response> {
  const turns = new Turns()
  const stored = isStudyId(id) ? request.parts.catalogue.study(id) : undefined
  if (!stored) return sendFault(c, notThere(id, request))
  const trim = trimOf(c)
  if (!trim) return sendFault(c, notTrimmed)
  await turns.next()
  const resource = studyResource(request.release, stored, request.base)
  const fresh = freshnessOf(resource, trim, request)
  for (const [name, value] of Object.entries(fresh)) c.header(name, value)
  // Accept decides the form where _format does not.
  c.header('Vary', 'Accept', { append: true })
  if (isUnchanged(c, fresh)) return c.body(null, 304)
  await turns.next()
  const part = trimmed(resource, trim, request.release)
  await turns.next()
  const headers = { 'Content-Type': contentTypeOf(request.format) }
  return c.body(resourceBody(part, request.format), 200, headers)
}

const notTrimmed = faultOfOne(400, 'value', 'The value of _summary or of _elements cannot be read.')

const onlyByPost: FhirFault = {
  ...faultOfOne(
    405,
    'not-supported',
    'This is no id of a study, and not what is asked by GET.',
    'Operations such as $match, and _search, take POST.',
  ),
  headers: { Allow: 'POST' },
}

function trimOf(c: Context): Trim | undefined {
  const summary = readSummary(c.req.query('_summary') || 'false')
  const given = c.req.query('_elements') ?? ''
  const elements = given === '' ? [] : readElements(given)
  return summary && elements && { summary, elements }
}

/** An id that a study had before, or one in the wrong letters, leads to the study. */
function notThere(id: string, { parts, called }: RequestParts): FhirFault {
  if (/^\$|^_search$/.test(id)) return onlyByPost
  const asked = id.slice(0, 40).toUpperCase()
  const [now] = isStudyId(asked) ? parts.catalogue.idsOf({ kind: 'study', nctId: asked }) : []
  if (now === undefined)
    return faultOfOne(
      404,
      'not-found',
      'There is no ResearchStudy of this id.',
      'The id of a study is its NCT number, such as NCT02390596. Search by identifier for other numbers.',
    )
  const address = `${called}/ResearchStudy/${now}`
  return faultOfOne(
    404,
    'not-found',
    `There is no ResearchStudy of this id. The study is ${now} now.`,
    `Read ${address}`,
  )
}

/** What tells one version from another, and a part of it, or another form, from the whole. */
function freshnessOf(
  { meta }: StudyResource,
  { summary, elements }: Trim,
  { format }: RequestParts,
): Readonly<Record<string, string>> {
  const parts = [...new Set(elements)].toSorted().join('.')
  const version = [
    String(meta['versionId']),
    ...(summary === 'false' ? [] : [summary]),
    ...(parts === '' ? [] : [`only.${parts}`]),
    ...(format.kind === 'json' ? [] : [format.kind]),
    ...(format.isPretty ? ['pretty'] : []),
  ]
  return {
    ETag: `W/"${version.join('-')}"`,
    ...(meta.lastUpdated !== undefined && {
      'Last-Modified': new Date(meta.lastUpdated).toUTCString(),
    }),
  }
}

function isUnchanged(c: Context, fresh: Readonly<Record<string, string>>): boolean {
  const known = c.req.header('if-none-match')
  if (known !== undefined)
    return known.split(',').some((one) => ['*', fresh['ETag']].includes(weak(one.trim())))
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return Date.parse(fresh['Last-Modified'] ?? '') <= since
}

/** Clients write a tag with and without the mark of a weak one. */
function weak(tag: string): string {
  return tag.startsWith('"') ? `W/${tag}` : tag
}
