import { answerName, turnedAnswer } from '../../../finder/self-check/read-answers.ts'
import type { SelfCheck } from '../../../finder/self-check/self-check.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import type { Language } from '../../../words/language/language.ts'
import { wordsOf } from '../../../words/words.ts'
import { filledIn } from '../parts/filled-in.ts'
import type { SharedCoding } from '../parts/shapes.ts'
import { plainLine } from '../parts/texts.ts'
import { ageCodes, answerCodes, choiceCoding, sexCodes } from './check-codes.ts'
import { questionnaireId } from './questionnaire.ts'

/** Answers that came as a QuestionnaireResponse, by the names of the pages' form; `readAnswers` reads them. */
export interface AnsweredQuestionnaire {
  readonly nctId: string
  readonly language: Language
  /** The version of the questionnaire that was answered, where the response names one. */
  readonly rules?: string
  readonly answers: URLSearchParams
}

/**
 * Why a response cannot be read: it is none, it is not of a questionnaire of ours, it has more than any questionnaire asks, or it
 * was taken back.
 */
export type ResponseProblem = 'notAResponse' | 'otherQuestionnaire' | 'tooLarge' | 'enteredInError'

/**
 * Reads a QuestionnaireResponse of R4 or R5 that anybody may have sent. Answers may be a coding, a boolean, a number, a text, a
 * date or, for an age, an amount with its unit. Throws nothing.
 */
export function answersOf(
  response: unknown,
): AnsweredQuestionnaire | { readonly problem: ResponseProblem } {
  if (!isFields(response) || response['resourceType'] !== 'QuestionnaireResponse')
    return { problem: 'notAResponse' }
  if (response['status'] === 'entered-in-error') return { problem: 'enteredInError' }
  const named = /\/Questionnaire\/(NCT\d{8})-(en|fr)(?:\|([0-9a-f]{1,64}))?$/.exec(
    textOf(response['questionnaire'], ''),
  )
  if (!named) return { problem: 'otherQuestionnaire' }
  const answers = new URLSearchParams()
  const left = { items: mostItems }
  if (!addAll(response['item'], answers, left, 0)) return { problem: 'tooLarge' }
  const [, nctId = '', language, rules] = named
  return {
    nctId,
    language: language === 'fr' ? 'fr' : 'en',
    ...(rules !== undefined && { rules }),
    answers,
  }
}

/** Far more than any study asks. */
const mostItems = 2_000
const deepest = 8

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function addAll(
  items: unknown,
  answers: URLSearchParams,
  left: { items: number },
  depth: number,
): boolean {
  if (!Array.isArray(items)) return true
  if (depth > deepest) return false
  for (const item of items) {
    if (left.items-- <= 0) return false
    if (!isFields(item)) continue
    const given: readonly unknown[] = Array.isArray(item['answer']) ? item['answer'] : []
    if (given.length > 0) addOne(textOf(item['linkId'], ''), given, answers)
    const under = [item['item'], ...given.map((one) => (isFields(one) ? one['item'] : undefined))]
    for (const each of under) if (!addAll(each, answers, left, depth + 1)) return false
  }
  return true
}

/** Two answers where one is asked for are none that can be read: `readAnswers` says so beside the question. */
function addOne(linkId: string, given: readonly unknown[], answers: URLSearchParams): void {
  const [only, ...more] = given
  const isTwice = more.length > 0 || answers.has(linkId)
  if (isTwice) return answers.set(linkId, 'several')
  const { value, unit } = valueOf(linkId, isFields(only) ? only : {})
  answers.set(linkId, value)
  if (unit !== undefined && !answers.has('unit')) answers.set('unit', unit)
}

function valueOf(linkId: string, answer: Fields): { value: string; unit?: string } {
  const { valueCoding, valueBoolean, valueQuantity } = answer
  if (isFields(valueCoding)) return { value: houseWord(linkId, textOf(valueCoding['code'])) }
  if (typeof valueBoolean === 'boolean') return { value: valueBoolean ? 'yes' : 'no' }
  if (isFields(valueQuantity))
    return {
      value: textOf(valueQuantity['value']),
      unit: houseWord('unit', textOf(valueQuantity['code'] ?? valueQuantity['unit'])),
    }
  const said = ['valueInteger', 'valueDecimal', 'valueDate', 'valueString']
    .map((name) => answer[name])
    .find((one) => typeof one === 'string' || typeof one === 'number')
  return { value: houseWord(linkId, textOf(said)) }
}

/** A text or a number as text; what is neither is no answer, and is said to be none. */
function textOf(value: unknown, otherwise = 'unreadable'): string {
  if (typeof value === 'string') return value.slice(0, 1_000)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : otherwise
}

/** The word of the pages' form for a code; what is no code of ours stays, and is refused there. */
function houseWord(linkId: string, code: string): string {
  const codes: Readonly<Record<string, string>> =
    linkId === 'unit' ? ageCodes : linkId === 'sex' ? sexCodes : answerCodes
  return Object.entries(codes).find(([, one]) => one === code)?.[0] ?? code
}

/** An answer of a response. */
interface GivenAnswer {
  readonly linkId: string
  readonly answer: readonly [
    { readonly valueCoding?: SharedCoding; readonly valueInteger?: number },
  ]
}

/** What a person told, as a QuestionnaireResponse. */
export interface CheckResponse {
  readonly resourceType: 'QuestionnaireResponse'
  readonly questionnaire: string
  readonly status: 'completed'
  readonly item?: readonly GivenAnswer[]
}

/**
 * What a person told in a self-check as a QuestionnaireResponse, of R4 and R5 alike: what an enquiry carries. A date of birth is
 * not in it, and nothing that names the person.
 */
export function responseOf(
  told: Told,
  check: Pick<SelfCheck, 'form' | 'study'>,
  { language, base }: { readonly language: Language; readonly base: string },
): CheckResponse {
  const { nctId } = check.study.protocol.identificationModule
  const words = wordsOf(language).check
  const choice = (
    linkId: string,
    of: Parameters<typeof choiceCoding>[0],
    code: string,
    display: string,
  ): GivenAnswer => ({
    linkId,
    answer: [{ valueCoding: choiceCoding(of, code, plainLine(display) ?? code, base) }],
  })
  const yesNo = (linkId: string, answer: Told['condition']): GivenAnswer[] =>
    answer === 'skip' ? [] : [choice(linkId, 'check', answerCodes[answer], words.tiles[answer])]
  const unit = told.age?.unit
  return filledIn<CheckResponse>({
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${base}/Questionnaire/${questionnaireId(nctId, language)}|${check.form.rules}`,
    status: 'completed',
    item: [
      choice('who', 'check', told.who, words.who[told.who]),
      ...(told.age ? [{ linkId: 'age', answer: [{ valueInteger: told.age.value }] } as const] : []),
      ...(unit !== undefined && unit in ageCodes
        ? [
            choice(
              'unit',
              'unit',
              ageCodes[unit as keyof typeof ageCodes],
              words.age.units[unit as keyof typeof ageCodes],
            ),
          ]
        : []),
      ...(told.sex ? [choice('sex', 'sex', sexCodes[told.sex], words.sex[told.sex])] : []),
      ...yesNo('condition', told.condition),
      ...Object.entries(told.answers).flatMap(([id, answer]) =>
        yesNo(answerName(id), turnedAnswer(answer, check.form.turned.has(id))),
      ),
    ],
  })
}
