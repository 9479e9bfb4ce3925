import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import {
  criteriaOf,
  detailText,
  judgedText,
} from '../../../../study/conduct/safety/event-details.ts'
import type { SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import { namedText } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { recordedBy } from '../parts/recorded-by.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** All that was said of an event, the newest first, each as it was said: nothing is written over. */
export function versionList(
  view: ParticipantView,
  { versions }: SafetyEvent,
  names: ReadonlyMap<string, string>,
): Markup {
  const words = view.page.words.safety
  return html`
    <section class="flow" aria-labelledby="versions-title">
      <h2 id="versions-title">${words.versionsTitle}</h2>
      <p class="small soft">${words.versionsText}</p>
      ${versions.toReversed().map(
        (fact, at) => html`
          <article class="card flow">
            <h3>${kindText(view, fact)}</h3>
            <p class="small soft">${recordedBy(view, fact, names)}</p>
            ${
              fact.reason !== undefined &&
              html`
                <p>${words.because(fact.reason)}</p>
              `
            }
            ${partList(differing(view, fact, versions.at(-at - 2)))}
          </article>
        `,
      )}
    </section>
  `
}

/** What one version says, part by part; what it leaves open is not shown. */
export function eventAsSaid(view: ParticipantView, fact: KeptFact): Markup {
  return partList(partsOf(view, fact).filter(([, text]) => text !== ''))
}

/** What a version says otherwise than the one before it. */
function differing(
  view: ParticipantView,
  fact: KeptFact,
  before: KeptFact | undefined,
): readonly Part[] {
  const parts = partsOf(view, fact)
  if (!before) return parts.filter(([, text]) => text !== '')
  const { notKnown } = view.page.words.safety
  const old = new Map(partsOf(view, before))
  return parts
    .filter(([name, text]) => old.get(name) !== text)
    .map(([name, text]) => [name, text === '' ? notKnown : text])
}

type Part = readonly [string, string]

function partList(parts: readonly Part[]): Markup {
  return html`
    <dl class="facts">
      ${parts.map(
        ([name, text]) => html`
          <div>
            <dt>${name}</dt>
            <dd>${text}</dd>
          </div>
        `,
      )}
    </dl>
  `
}

/** Whether it is serious and why, in a few words. */
export function seriousText(
  { page, telling }: ParticipantView,
  { details = {} }: KeptFact,
): string {
  const { yesNo, criteria } = page.words.safety
  const said = judgedText(details['serious'])
  const why = criteriaOf(details).map((one) => criteria[one])
  return why.length > 0 ? namedText(telling, yesNo[said], why.join(', ')) : yesNo[said]
}

function kindText({ page }: ParticipantView, { details, corrects }: KeptFact): string {
  const { first, changes } = page.words.safety
  if (corrects === undefined) return first
  const change = details?.['change']
  return change === 'correction' || change === 'judgement' ? changes[change] : changes['follow-up']
}

function partsOf(view: ParticipantView, fact: KeptFact): readonly Part[] {
  const { telling, page } = view
  const { fields, yesNo, grades, actions, outcomes } = page.words.safety
  const { details = {} } = fact
  const moment = (name: string): string => {
    const text = detailText(details, name)
    return text
      .split(' ')
      .map((one) => (one === '' ? '' : momentText(telling, one)))
      .join('; ')
  }
  const chosen = (labels: Readonly<Record<string, string>>, name: string): string => {
    const text = detailText(details, name)
    return text === '' ? '' : (labels[text] ?? text)
  }
  const judged = (name: string): string => {
    const said = judgedText(details[name])
    return said === '' ? '' : yesNo[said]
  }
  return [
    [fields.what, String(fact.value)],
    [fields.onset, momentText(telling, fact.at)],
    [fields.end, moment('end')],
    [fields.serious, judged('serious') === '' ? '' : seriousText(view, fact)],
    [fields.grade, chosen(grades, 'grade')],
    [fields.related, judged('related')],
    [fields.action, chosen(actions, 'action')],
    [fields.outcome, chosen(outcomes, 'outcome')],
    [fields.siteAware, moment('siteAware')],
    [fields.sponsorAware, moment('sponsorAware')],
    [fields.expected, judged('expected')],
    [fields.reference, detailText(details, 'reference')],
    [fields.reported, moment('reported')],
    [fields.words, detailText(details, 'words')],
  ]
}
