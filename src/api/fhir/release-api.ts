import { type Context, Hono } from 'hono'
import type { Limiter } from '../../door/limiter.ts'
import type { WaitingRoom } from '../../door/waiting-room.ts'
import type { ApiParts } from '../shell/parts.ts'
import { withSlash } from '../shell/with-slash.ts'
import {
  answerCheck,
  answerQuestionnaire,
  answerQuestionnaires,
} from './answer/answer-questionnaire.ts'
import { answerList, answerListed } from './answer/answer-definitions.ts'
import { answerSearch } from './answer/answer-search.ts'
import { answerRead } from './answer/read-study.ts'
import { type RequestParts, requestParts } from './answer/request-parts.ts'
import { capabilityStatement } from './conformance/capability-statement.ts'
import {
  checkOperation,
  extensionResources,
  matchOperation,
  searchParameterResources,
  type ServedDefinition,
} from './conformance/definitions.ts'
import { subscriptionTopic, topicUrl } from './conformance/subscription-topic.ts'
import { answerMatch } from './match/answer-match.ts'
import { matchExtensions } from './match/match-extensions.ts'
import { extensionDefinitions } from './parts/extensions.ts'
import { faultOfOne, outcomeResource } from './protocol/outcome.ts'
import type { FhirVersion } from './xml/element-table.ts'
import { formatOf, notAcceptable, sendFault, sendResource } from './protocol/reply.ts'
import { checkCodeSystem } from './self-check/check-codes.ts'
import { silentParameters } from './search/control-parameters.ts'
import { r4Parameters } from './search/r4-parameters.ts'
import { r5Parameters } from './search/r5-parameters.ts'
import type { SearchParameter } from './search/search-parameter.ts'
import { ownerToken } from './subscription/shown-subscription.ts'
import type { WatchBase } from '../../people/watches/model/watch-base.ts'
import { addSubscriptions } from './subscription-routes.ts'

/** What both releases share. */
export interface SharedParts {
  readonly room: WaitingRoom
  readonly watches: WatchBase | undefined
  readonly limiter: Limiter
}

/** All that one release of FHIR answers, below its own address. */
export function releaseApi(
  parts: ApiParts,
  release: FhirVersion,
  { room, watches, limiter }: SharedParts,
): Hono {
  const api = new Hono()
  const parameters = release === 'R4' ? r4Parameters : r5Parameters
  const base = `${parts.baseUrl}/fhir/${release}`
  const definitions: readonly ServedDefinition[] = [
    ...searchParameterResources(parameters, base),
    matchOperation(base),
    checkOperation(base),
    checkCodeSystem(base),
    ...extensionResources(
      [...extensionDefinitions, ...matchExtensions, ...(watches ? [ownerToken] : [])],
      base,
      release,
    ),
    ...(watches && release === 'R5' ? [subscriptionTopic(parameters, parts.baseUrl)] : []),
  ]
  const statement = capabilityStatement({
    release,
    base,
    parameters,
    definitions,
    ...(watches && { topic: topicUrl(parts.baseUrl) }),
  })
  const answering: Answering = (answer) => (c) => {
    const format = formatOf(c)
    return format ? answer(c, requestParts(c, parts, release, format)) : sendFault(c, notAcceptable)
  }
  api.get('/', (c) => sendHello(c))
  api.on(
    'GET',
    withSlash('/metadata'),
    answering((c, { format }) =>
      c.req.query('mode') === 'terminology'
        ? sendFault(c, noTerminology)
        : sendResource(c, statement, format),
    ),
  )
  addStudies(api, parameters, answering)
  addMatching(api, room, answering)
  addSelfCheck(api, answering)
  addDefinitions(api, definitions, answering)
  addSubscriptions(api, watches, limiter, answering)
  return api
}

const noTerminology = faultOfOne(
  400,
  'not-supported',
  'There is no TerminologyCapabilities here: codes are not looked up.',
  'Ask for /metadata without mode.',
)

/** Makes a handler of an answer: it is asked where the form that is wanted is served. */
type Answering = (
  answer: (c: Context, request: RequestParts) => Response | Promise<Response>,
) => (c: Context) => Response | Promise<Response>

function addStudies(api: Hono, parameters: readonly SearchParameter[], answering: Answering): void {
  api.on(
    'GET',
    withSlash('/ResearchStudy'),
    answering((c, request) => {
      const given = [...new URL(c.req.url).searchParams]
      return answerSearch(c, given, { ...request, parameters, isStrict: isStrict(c) })
    }),
  )
  api.on(
    'POST',
    withSlash('/ResearchStudy/_search'),
    answering(async (c, request) => {
      const form = await formOf(c)
      if (!form) return sendFault(c, notForm)
      const format = formatOf(c, form)
      if (!format) return sendFault(c, notAcceptable)
      const given = [...new URL(c.req.url).searchParams, ...form]
      return answerSearch(c, given, { ...request, format, parameters, isStrict: isStrict(c) })
    }),
  )
  api.on(
    'GET',
    withSlash('/ResearchStudy/:id'),
    answering((c, request) => answerRead(c, c.req.param('id') ?? '', request)),
  )
}

function addMatching(api: Hono, room: WaitingRoom, answering: Answering): void {
  const matching = answering((c, request) => answerMatch(c, room, request))
  for (const path of ['/ResearchStudy/$match', '/ResearchStudy/%24match', '/getClinicalTrial'])
    api.on('POST', withSlash(path), matching)
}

function addSelfCheck(api: Hono, answering: Answering): void {
  api.on('GET', withSlash('/Questionnaire'), answering(answerQuestionnaires))
  api.on(
    'GET',
    withSlash('/Questionnaire/:id'),
    answering((c, request) => answerQuestionnaire(c, c.req.param('id') ?? '', request)),
  )
  for (const path of ['/QuestionnaireResponse/$check', '/QuestionnaireResponse/%24check'])
    api.on('POST', withSlash(path), answering(answerCheck))
}

function addDefinitions(
  api: Hono,
  resources: readonly ServedDefinition[],
  answering: Answering,
): void {
  for (const type of new Set(resources.map(({ resourceType }) => resourceType))) {
    api.on(
      'GET',
      withSlash(`/${type}`),
      answering((c, { called, format }) => answerList(c, type, { resources, called, format })),
    )
    api.on(
      'GET',
      withSlash(`/${type}/:id`),
      answering((c, { called, format }) =>
        answerListed(c, type, c.req.param('id') ?? '', { resources, called, format }),
      ),
    )
  }
}

/** Who asks for the base alone is told where to look. */
export function sendHello(c: Context): Response {
  const format = formatOf(c)
  const asked = [...new URL(c.req.url).searchParams.keys()]
  if (!asked.every((name) => silentParameters.has(name))) return sendFault(c, ofAllTypes)
  return format ? sendResource(c, hello, format) : sendFault(c, notAcceptable)
}

const ofAllTypes = faultOfOne(
  400,
  'not-supported',
  'One type is searched at a time, below its own address.',
  'Try ResearchStudy?title:contains=asthma. The next page of a search is at its link "next".',
)

const hello = outcomeResource([
  {
    severity: 'information',
    code: 'informational',
    text: 'This is a FHIR server of studies. What it does is at /metadata.',
    more: 'Try ResearchStudy?title:contains=asthma',
  },
])

/** `Prefer: handling=strict`, among other wishes. */
function isStrict(c: Context): boolean {
  return /(?:^|[,;\s])handling\s*=\s*"?strict/i.test(c.req.header('prefer') ?? '')
}

const mostFormBytes = 64 * 1024

/** The parameters of a body; undefined where it is no form. */
async function formOf(c: Context): Promise<URLSearchParams | undefined> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const body = await c.req.text()
  if (body.trim() === '') return new URLSearchParams()
  if (type !== 'application/x-www-form-urlencoded' || body.length > mostFormBytes) return undefined
  return new URLSearchParams(body)
}

const notForm = faultOfOne(
  415,
  'not-supported',
  'The body of a search must be application/x-www-form-urlencoded, of at most 64 KB.',
)
