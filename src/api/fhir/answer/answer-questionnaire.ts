import { parseJson } from '../../../base/parse-json.ts'
import type { Context } from 'hono'
import { z } from 'zod'
import { isStudyId } from '../../../finder/registry/study-id.ts'
import type { AnswerProblem } from '../../../finder/self-check/read-answers.ts'
import { type FhirFault, faultOfOne, type Issue } from '../protocol/outcome.ts'
import { sendFault, sendResource } from '../protocol/reply.ts'
import type { ServedResource } from '../protocol/release.ts'
import { checkedResponse } from '../self-check/check-outcome.ts'
import { questionnaireId, questionnaireOf } from '../self-check/questionnaire.ts'
import { answersOf, type ResponseProblem } from '../self-check/response-answers.ts'
import { isJsonBody } from './json-body.ts'
import { answerList, type ListedResource } from './answer-definitions.ts'
import type { RequestParts } from './request-parts.ts'

/** `GET Questionnaire/NCT02390596-en`: the self-check of a study. Throws `StudyDamaged` as `Catalogue.study` does. */
export function answerQuestionnaire(c: Context, id: string, request: RequestParts): Response {
  const questionnaire = questionnaireNamed(id, request)
  if (questionnaire) return sendResource(c, questionnaire, request.format)
  const more = `The id is that of a study with the language, as NCT02390596-en or NCT02390596-fr.`
  return sendFault(c, faultOfOne(404, 'not-found', 'There is no Questionnaire of this id.', more))
}

/**
 * `GET Questionnaire?_id=…` and `?url=…`: those that are named; there are as many as studies and languages, so all of them are not
 * listed. Throws as `answerQuestionnaire` does.
 */
export function answerQuestionnaires(c: Context, request: RequestParts): Response {
  const urls = (c.req.query('url') ?? '').split(',')
  const named = [
    ...(c.req.query('_id') ?? '').split(','),
    ...urls.map((url) => url.split('|')[0]?.split('/Questionnaire/')[1] ?? ''),
  ].filter((id) => id !== '')
  if (named.length === 0 || named.length > mostNamed)
    return sendFault(
      c,
      faultOfOne(400, 'required', `Ask by _id or by url, for at most ${mostNamed} at once.`),
    )
  const resources = [...new Set(named)].flatMap((id) => questionnaireNamed(id, request) ?? [])
  return answerList(c, 'Questionnaire', { ...request, resources })
}

const mostNamed = 20

function questionnaireNamed(
  id: string,
  { parts, release, base }: RequestParts,
): (ServedResource & ListedResource) | undefined {
  const [nctId = '', ...rest] = id.split('-')
  const language = (['en', 'fr'] as const).find((one) => questionnaireId(nctId, one) === id)
  if (!isStudyId(nctId) || rest.length !== 1 || !language) return undefined
  const stored = parts.catalogue.study(nctId)
  const { vocabulary } = parts
  return (
    stored && {
      ...questionnaireOf(stored, {
        version: release,
        language,
        vocabulary,
        today: parts.today(),
        base,
      }),
    }
  )
}

const mostBytes = 512 * 1024

/**
 * `POST QuestionnaireResponse/$check`: what the answers to a self-check come to. Nothing of them is kept. Throws as
 * `answerQuestionnaire` does.
 */
export async function answerCheck(c: Context, request: RequestParts): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  if (!isJsonBody(c)) return sendFault(c, notJson)
  const body = await c.req.text()
  if (body.length > mostBytes) return sendFault(c, tooLarge)
  const read = answersOf(responseIn(parsed(body)))
  if ('problem' in read) return sendFault(c, unreadable[read.problem])
  const stored = request.parts.catalogue.study(read.nctId)
  if (!stored) return sendFault(c, unreadable.otherQuestionnaire)
  const { vocabulary } = request.parts
  const checked = checkedResponse(stored, read, { vocabulary, today: request.parts.today() })
  if ('problems' in checked) return sendFault(c, wrongAnswers(checked.problems))
  return sendResource(c, { ...checked }, request.format)
}

function parsed(body: string): unknown {
  try {
    return parseJson(body)
  } catch {
    return undefined
  }
}

/** A response may come in Parameters, as the one resource in them. */
function responseIn(body: unknown): unknown {
  const parameters = parametersShape.safeParse(body)
  return parameters.success ? parameters.data.parameter[0].resource : body
}

const parametersShape = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.tuple([z.object({ resource: z.unknown() })]),
})

function wrongAnswers(problems: readonly AnswerProblem[]): FhirFault {
  const [first = noAnswers, ...rest] = problems.map(({ field, code }): Issue => ({
    severity: 'error',
    code: code === 'changed' ? 'conflict' : 'value',
    text: answerProblems[code],
    at: `QuestionnaireResponse.item.where(linkId='${field.replaceAll(/[^\w-]/g, '')}')`,
  }))
  return { status: 422, issues: [first, ...rest] }
}

const noAnswers: Issue = {
  severity: 'error',
  code: 'required',
  text: 'There are no answers that can be read.',
}

const answerProblems: Readonly<Record<AnswerProblem['code'], string>> = {
  who: 'For whom the answers are must be me, child or other.',
  age: 'The age must be a whole number.',
  ageTooMuch: 'The age is more than anybody has.',
  unit: 'The unit of the age must be a, mo, wk or d.',
  born: 'The day of birth must be a date.',
  bornFuture: 'The day of birth is still to come.',
  bornDiffers: 'The day of birth and the age do not agree.',
  sex: 'The sex must be female or male.',
  answer: 'The answer must be one of those that the Questionnaire offers.',
  noneAndSome: 'One answer says that none is so, and another that one is.',
  changed: 'The criteria of the study have changed since: read the Questionnaire again.',
  unreadable: 'These are no answers to this Questionnaire.',
}

const unreadable: Readonly<Record<ResponseProblem, FhirFault>> = {
  notAResponse: faultOfOne(400, 'structure', 'The body must be a QuestionnaireResponse as JSON.'),
  otherQuestionnaire: faultOfOne(
    422,
    'required',
    'QuestionnaireResponse.questionnaire must name a Questionnaire of this server.',
    'Its address ends with Questionnaire/NCT02390596-en, say.',
  ),
  tooLarge: faultOfOne(422, 'too-long', 'The response has more answers than any study asks for.'),
  enteredInError: faultOfOne(422, 'value', 'The response says of itself that it was a mistake.'),
}

const tooLarge = faultOfOne(413, 'too-long', `The response is larger than ${mostBytes} bytes.`)
const notJson = faultOfOne(
  415,
  'not-supported',
  'The body must be application/fhir+json or application/json.',
)
