import { can } from '../../../../people/accounts/model/can.ts'
import { peekCase } from '../../../../people/enquiries/desk/open-enquiry.ts'
import type { EnquiryDetails } from '../../../../people/enquiries/model/details.ts'
import { readIdentity } from '../../../../study/conduct/model/participant.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { spokenSpan } from '../../../shell/parts/ages.ts'
import { fact, lookup, own } from '../../../shell/parts/phrases.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What the enquiry says that a participant came from, for who may read both; undefined where there is none, or not any more. */
export async function readHints({
  app,
  actor,
  of,
}: ParticipantView): Promise<EnquiryDetails | undefined> {
  if (!can.readIdentities(actor, of.participant)) return undefined
  const { records } = app.people
  const caseNumber = (await readIdentity(records.db, of.participant))?.enquiry
  const enquiry = caseNumber === undefined ? undefined : await peekCase(records, actor, caseNumber)
  return enquiry?.details
}

/** Hints beside the criteria: nothing of this is recorded by itself. */
export function hintsSection({ page }: ParticipantView, details: EnquiryDetails): Markup {
  const words = page.words.screening.hints
  const { saidWords } = page.words.desk.enquiry
  const { age, sex, answers = [] } = details
  return html`
    <section class="card flow no-print" aria-labelledby="hints-title">
      <h2 id="hints-title">${words.title}</h2>
      <p class="small soft">${words.lead}</p>
      <dl class="facts">
        ${fact(words.age, age && spokenSpan(page, age))} ${fact(words.sex, sex && words.sexes[sex])}
      </dl>
      ${
        answers.length === 0
          ? html`
              <p class="small">${words.none}</p>
            `
          : html`
              <details>
                <summary>${words.answers} (${answers.length})</summary>
                <ul>
                  ${answers.map(
                    ({ criterion, said }) => html`
                      <li>
                        ${own(page, criterion)}
                        <b><bdi>${lookup(saidWords, said) ?? said}</bdi></b>
                      </li>
                    `,
                  )}
                </ul>
              </details>
            `
      }
    </section>
  `
}
