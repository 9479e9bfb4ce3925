import { type CaseElement, caseElements } from '../../../../study/conduct/safety/case-elements.ts'
import { eventNarrative } from '../../../../study/conduct/safety/narrative.ts'
import type { SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** The draft of a safety report, to print: what happened in words, and the data elements, known or missing. */
export function reportDraftPage(view: ParticipantView, event: SafetyEvent): Markup {
  const words = view.page.words.safety.report
  const elements = caseElements(view.telling, view.of, event)
  const known = elements.filter(({ value }) => value !== undefined).length
  return participantLayout(view, {
    title: words.title(event.number),
    islands: ['print-button'],
    main: html`
      <h1>${words.title(event.number)}</h1>
      <p class="note" data-tone="doubt">${words.draft}</p>
      <section class="flow prose" aria-labelledby="story-title">
        <h2 id="story-title">${words.story}</h2>
        ${eventNarrative(view.telling, view.of, event).map(
          (line) => html`
            <p>${line}</p>
          `,
        )}
      </section>
      <section class="flow" aria-labelledby="elements-title">
        <h2 id="elements-title">${words.elements}</h2>
        <p class="small soft">${words.elementsText} ${words.count(known, elements.length)}</p>
        ${elementTable(view, elements)}
      </section>
    `,
  })
}

function elementTable({ page }: ParticipantView, rows: readonly CaseElement[]): Markup {
  const { report, elements } = page.words.safety
  return html`
    <table class="queue history-table">
      <caption class="unseen">${report.elements}</caption>
      <thead>
        <tr>
          <th scope="col">${report.head.number}</th>
          <th scope="col">${report.head.name}</th>
          <th scope="col">${report.head.value}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ number, value }) => html`
            <tr>
              <th scope="row">${number}</th>
              <td>${elements[number]}</td>
              <td>
                ${
                  value ??
                  html`
                    <b>${report.missing}</b>
                  `
                }
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `
}
