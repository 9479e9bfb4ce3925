import { parseAge } from '../../../finder/registry/ages.ts'
import type { EnquiryDetails, SentAnswer } from '../../../people/enquiries/model/details.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import { masked } from '../../alerts/parts/alert-text.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { spokenDate } from '../../../words/dates.ts'
import { said } from './said.ts'
import { ageInWords } from '../../shell/parts/ages.ts'
import { fact, lookup, own } from '../../shell/parts/phrases.ts'

/** All that goes to the site, as its owner reads it. */
export function enquiryFacts(
  page: Page,
  { details, person }: Pick<Enquiry, 'details' | 'person'>,
): Markup {
  const words = page.words.enquiry.facts
  const { sex } = details
  return html`
    <dl class="facts">
      ${fact(words.who, page.words.connect.form.whoIs[details.who])}
      ${fact(words.name, details.name)} ${fact(words.email, masked(person.address()))}
      ${fact(words.phone, details.phone)} ${fact(words.answer, answerWanted(page, details))}
      ${fact(words.age, ageSaid(page, details.age))} ${fact(words.sex, sex && words.sexes[sex])}
      ${fact(words.place, details.place?.name)} ${fact(words.message, messageText(details))}
      ${fact(words.answers, answersText(page, details.answers))}
    </dl>
  `
}

/** By mail, or by telephone and when. */
function answerWanted(page: Page, { contactBy, when }: EnquiryDetails): string {
  const { whens } = page.words.connect.form
  return contactBy === 'email' ? whens.email : whens[when]
}

/** An age as the registry would write it, in the reader's words; as it was typed where it is none. */
export function ageSaid(page: Page, text: string | undefined): string | undefined {
  const born = /^born (\S+)$/.exec(text ?? '')?.[1]
  if (born !== undefined)
    return said(page.words.enquiry.facts.born, { date: spokenDate(page.language, born) ?? born })
  const age = parseAge(text)
  return age ? ageInWords(page, age) : text
}

function messageText({ message }: EnquiryDetails): Markup | undefined {
  if (message === '') return undefined
  return html`
    <blockquote class="typed-words" dir="auto">${message}</blockquote>
  `
}

/** Every rule with what was said of it, folded. */
function answersText(page: Page, answers: readonly SentAnswer[] | undefined): Markup | string {
  const words = page.words.enquiry.facts
  if (!answers || answers.length === 0) return words.noAnswers
  return html`
    <details class="more">
      <summary>${words.seeAnswers(answers.length)}</summary>
      <ul class="small">
        ${answers.map(
          ({ criterion, said: answer, reading, asked }) => html`
            <li>
              ${own(page, criterion)}${page.words.common.colon} ${asked?.[page.language]}
              <b>
                ${reading === 'presumed' ? words.notAsked : (lookup(words.said, asked?.answer ?? answer) ?? answer)}
              </b>
            </li>
          `,
        )}
      </ul>
    </details>
  `
}
