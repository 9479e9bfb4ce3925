import type { ShownState } from '../../../finder/registry/status.ts'
import type { EnquiryDetails, SentAnswer } from '../../../people/enquiries/model/details.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import { countReadings, readingsInOrder } from '../parts/readings.ts'
import type { Opened } from './opened.ts'

/** The shape and colour of a reading. */
const looks: Readonly<Record<SentAnswer['reading'], ShownState>> = {
  unknown: 'unknown',
  presumed: 'full',
  'not met': 'stopped',
  met: 'open',
}

/** What is not known is asked first; of what is met, this many stand open. */
const openMet = 3

/** Their answers against the criteria, each with the criterion's own words: unknown first, met last. */
export function answersSection({ view: { page }, enquiry }: Opened): Markup {
  const words = page.words.desk.enquiry
  const answers = enquiry.details.answers ?? []
  return html`
    <section class="flow" aria-labelledby="answers-title">
      <h2 id="answers-title">${words.answers}</h2>
      ${
        answers.length === 0
          ? html`
              <p class="soft">${words.noAnswers}</p>
            `
          : all(page, answers, enquiry.details)
      }
    </section>
  `
}

function all(page: Page, answers: readonly SentAnswer[], person: Person): Markup {
  const words = page.words.desk.enquiry
  const sorted = readingsInOrder.flatMap((reading) =>
    answers.filter((answer) => answer.reading === reading),
  )
  const met = sorted.filter(({ reading }) => reading === 'met')
  const shown =
    met.length > openMet + 1 ? sorted.slice(0, sorted.length - met.length + openMet) : sorted
  const folded = sorted.slice(shown.length)
  return html`
    ${tally(page, answers)} ${table(page, shown, { caption: words.caption, person })}
    ${
      folded.length > 0 &&
      html`
        <details class="more">
          <summary>${words.moreMet(folded.length)}</summary>
          ${table(page, folded, { caption: words.moreMet(folded.length), person })}
        </details>
      `
    }
    <p class="small soft">${words.answersNote}</p>
  `
}

function tally(page: Page, answers: readonly SentAnswer[]): Markup {
  const words = page.words.desk.list
  const counts = countReadings(answers)
  const shown = [
    ['open', words.met, counts.met],
    ['stop', words.notMet, counts['not met']],
    ['shut', words.presumed, counts.presumed],
    ['unsure', words.unknown, counts.unknown],
  ] as const
  return html`
    <dl class="tally">
      ${shown.map(
        ([tone, name, count]) => html`
          <div data-tone="${tone}">
            <dt>${name(count)}</dt>
            <dd class="num">${count}</dd>
          </div>
        `,
      )}
    </dl>
  `
}

/** An exclusion that is "met" would be taken for one that keeps somebody out: of these it is said whether they do. */
function readingText(page: Page, { kind, reading }: Pick<SentAnswer, 'kind' | 'reading'>): string {
  const words = page.words.desk.enquiry
  return kind === 'exclusion' ? words.exclusionReadings[reading] : words.readings[reading]
}

/** Of whom the answers are. */
type Person = Pick<EnquiryDetails, 'age' | 'sex'>

/** What they said, in the reader's words: the age and the sex, too, which an answer says as they were taken down. */
function saidText(page: Page, said: string, { age, sex }: Person): string {
  if (said === age) return spokenSpan(page, said)
  if (sex !== undefined && said === sex.toLowerCase()) return page.words.enquiry.facts.sexes[sex]
  return lookup(page.words.desk.enquiry.saidWords, said) ?? said
}

function table(
  page: Page,
  answers: readonly SentAnswer[],
  { caption, person }: { readonly caption: string; readonly person: Person },
): Markup {
  const words = page.words.desk.enquiry
  return html`
    <div class="scroll-x" tabindex="0" role="group" aria-label="${caption}">
      <table class="rules">
        <caption class="unseen">${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.reading}</th>
            <th scope="col">${words.criterion}</th>
            <th scope="col">${words.said}</th>
          </tr>
        </thead>
        <tbody>
          ${answers.map(
            ({ criterion, kind, said, reading, asked }) => html`
              <tr>
                <td>${stateTag(looks[reading], readingText(page, { kind, reading }), 'tag')}</td>
                <td>
                  ${own(page, criterion)}
                  <span class="small soft">(${words.kinds[kind]})</span>
                </td>
                <td data-label="${words.said}">
                  ${
                    asked
                      ? line`${asked[page.language]} <b>${saidText(page, asked.answer, person)}</b>`
                      : line`<bdi>${saidText(page, said, person)}</bdi>`
                  }
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}
