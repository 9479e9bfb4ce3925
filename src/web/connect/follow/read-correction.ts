import { parseAge } from '../../../finder/registry/ages.ts'
import { readSaidAge } from '../../../finder/question/read-values.ts'
import {
  answerPutRight,
  correctableAnswers,
  saidAgeOf,
} from '../../../people/enquiries/model/answers-of-check.ts'
import type { EnquiryDetails, SentAnswer } from '../../../people/enquiries/model/details.ts'
import type { SeekersCorrection } from '../../../people/enquiries/seeker.ts'
import type { Page } from '../../shell/page.ts'
import { type FieldProblem, readReach, typedEnquiry } from '../ask/read-form.ts'
import { ageSaid } from '../parts/enquiry-facts.ts'
import { fieldOfAnswer } from './correction-form.ts'

/** Reads what a person puts right of what they said: the correction, or everything that is wrong with it. */
export function readCorrection(
  page: Page,
  form: URLSearchParams,
  details: EnquiryDetails,
): { readonly problems: readonly FieldProblem[]; readonly correction?: SeekersCorrection } {
  const { problems, reach } = readReach(page, typedEnquiry(form))
  if (!reach) return { problems }
  const answers = readAnswers(form, details.answers)
  return {
    problems: [],
    correction: {
      ...reach,
      name: reach.name ?? null,
      phone: reach.phone ?? null,
      age: readAge(page, form.get('age') ?? '', details) ?? null,
      ...(details.answers && { answers: answers ?? null }),
    },
  }
}

/** What stands there stays as it was said first, while nobody changes it. */
function readAge(page: Page, written: string, { age: before }: EnquiryDetails): string | undefined {
  const text = written
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 100)
  if (text === ageSaid(page, before)?.replace(/\s+/g, ' ')) return before
  const age = readSaidAge(text) ?? parseAge(text)
  return age ? saidAgeOf({ age }) : text || undefined
}

function readAnswers(
  form: URLSearchParams,
  answers: readonly SentAnswer[] | undefined,
): readonly SentAnswer[] | undefined {
  if (!answers || form.get('remove') === 'yes') return undefined
  const after = [...answers]
  for (const { at, answer } of correctableAnswers(answers)) {
    const said = form.get(fieldOfAnswer(at))
    if (said === 'yes' || said === 'no' || said === 'unknown')
      after[at] = answerPutRight(answer, said)
  }
  return after
}
