import type { Context } from 'hono'
import { Turns } from '../../../base/turns.ts'
import type { TextMatches } from '../../../finder/matching/match-text.ts'
import type { RecordMatches } from '../../../finder/matching/match-record.ts'
import type { WaitingRoom } from '../../../door/waiting-room.ts'
import { type BundleEntryMade, sendBundle } from '../answer/bundle-stream.ts'
import { isJsonBody } from '../answer/json-body.ts'
import type { RequestParts } from '../answer/request-parts.ts'
import { soundStudy, studyResource } from '../answer/study-resource.ts'
import { type FhirFault, faultOfOne, type Issue } from '../protocol/outcome.ts'
import { sendFault } from '../protocol/reply.ts'
import {
  type MatchedStudy,
  matchedStudies,
  outcomeOfMatch,
  problemIssue,
  searchOfMatch,
} from './match-bundle.ts'
import { readWishes } from './read-wishes.ts'

/**
 * `POST ResearchStudy/$match`: the studies for a record of one person. What is sent is handed on unread to a process of its own, and
 * kept nowhere. Throws as `Matcher.matchRecord` does.
 */
export async function answerMatch(
  c: Context,
  room: WaitingRoom,
  request: RequestParts,
): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const limit = countOf(c)
  if (limit === undefined)
    return sendFault(c, faultOfOne(400, 'value', 'The value of _count must be a whole number.'))
  if (!isJsonBody(c)) return sendFault(c, notJson)
  const leave = room.enter(Number(c.req.header('content-length') ?? Infinity))
  if (!leave) return sendFault(c, busy)
  try {
    const body = new Uint8Array(await c.req.arrayBuffer())
    if (body.length === 0) return sendFault(c, noBody)
    const { found, notes } = await matched(body, limit, request)
    return answered(c, found, notes, request)
  } finally {
    leave()
  }
}

const usual = 20
const most = 50

function countOf(c: Context): number | undefined {
  const given = c.req.query('_count') ?? ''
  if (given === '') return usual
  return /^\d{1,9}$/.test(given) ? Math.min(Math.max(Number(given), 1), most) : undefined
}

/** Where it says where to look, that is read first: the processes that read records know no places. */
async function matched(
  body: Uint8Array,
  limit: number,
  { parts }: RequestParts,
): Promise<{ found: RecordMatches; notes: readonly Issue[] }> {
  const asked = { body, today: parts.today(), limit }
  const first = await parts.matcher.matchRecord(asked)
  if (first.matched || first.conditions === 0) return { found: first, notes: [] }
  const { filters, notes } = readWishes(first.wishes, parts.places)
  return { found: await parts.matcher.matchRecord({ ...asked, filters }), notes }
}

function answered(
  c: Context,
  { matched: found, conditions }: RecordMatches,
  notes: readonly Issue[],
  request: RequestParts,
): Response {
  if (found && !found.read) return sendFault(c, refusal(found.problems))
  if (!found || conditions === 0) return sendFault(c, noCondition)
  const studies = matchedStudies(found.matches)
  const entries = [
    ...studies.map((study) => () => entryOf(study, request)),
    () => outcomeOfMatch(found, studies, notes),
  ]
  return sendBundle(c, { total: studies.length, link: [] }, entries, request.format)
}

/** A study whose record is damaged is told without it. */
async function entryOf(
  study: MatchedStudy,
  { parts, release, base, called }: RequestParts,
): Promise<BundleEntryMade> {
  const turns = new Turns()
  const { nctId, briefTitle } = study.match
  const stored = soundStudy(parts.catalogue, nctId)
  await turns.next()
  const resource = stored
    ? studyResource(release, stored, base)
    : {
        resourceType: 'ResearchStudy' as const,
        id: nctId,
        title: briefTitle,
        status: release === 'R4' ? 'in-review' : 'unknown',
      }
  await turns.next()
  return {
    fullUrl: `${called}/ResearchStudy/${nctId}`,
    resource,
    search: searchOfMatch(study, base),
  }
}

/** What is no JSON cannot be read; what is no record of one person can, and is not what is wanted. */
function refusal(problems: TextMatches['problems']): FhirFault {
  const [first = noRecord, ...rest] = problems.map((problem): Issue => ({
    ...problemIssue(problem),
    severity: 'error',
    code: 'structure',
  }))
  const isUnreadable = problems.some(({ kind }) => kind === 'notJson')
  return { status: isUnreadable ? 400 : 422, issues: [first, ...rest] }
}

const noRecord: Issue = { severity: 'error', code: 'structure', text: 'This is no record.' }

const howToSend =
  'Send a Bundle with a Patient and at least one Condition, or Parameters that hold it, as application/fhir+json.'
const noCondition = faultOfOne(
  422,
  'required',
  'The record has no Condition: without an illness no study can be found for it.',
  howToSend,
)
const noBody = faultOfOne(400, 'required', 'The request has no body.', howToSend)
const notJson: FhirFault = {
  ...faultOfOne(
    415,
    'not-supported',
    'The body must be application/fhir+json or application/json.',
    howToSend,
  ),
  // The body is not read, so nothing else can come after it.
  headers: { Connection: 'close' },
}
const busy: FhirFault = {
  ...faultOfOne(503, 'transient', 'Too many records are being read now. Try again in a moment.'),
  headers: { 'Retry-After': '5', Connection: 'close' },
}
