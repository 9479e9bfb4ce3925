import type { Hit } from '../../finder/catalogue/model/query.ts'
import type { ReadPlace } from '../../finder/question/read-place.ts'
import type { FoundMatch, TextMatches, WhatWasRead } from '../../finder/matching/match-text.ts'
import type { Evidence } from '../../finder/matching/patient/patient.ts'
import { isNamed, spokenValue } from '../../words/spoken.ts'
import { html, line, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { diseaseName } from '../shell/parts/disease-name.ts'
import { hitStatus, hitWhere } from '../shell/parts/hit.ts'
import { statusTag } from '../shell/parts/status-tag.ts'
import { fact, fill, own } from '../shell/parts/phrases.ts'
import { recordProblemText } from '../../words/record-problems.ts'
import { paths } from '../shell/paths.ts'
import { fromWhere } from './from-where.ts'

/** How matches are shown: as a search lists studies, and from where distances are measured. */
export interface ShownMatches {
  /** By NCT id. */
  readonly hits: ReadonlyMap<string, Hit>
  readonly place?: ReadPlace & { readonly typed: string }
  /** `yyyy-MM-dd` */
  readonly today: string
}

/** The studies for a record in order of fit, each rule with the sentence that decided it. Made to be printed. */
export function matchResult(
  page: Page,
  { read, problems, matches, isIncomplete }: TextMatches,
  shown: ShownMatches,
): Markup {
  const words = page.words.match
  return layout(page, {
    title: words.result.title,
    canonicalQuery: new URLSearchParams(),
    islands: ['print-button'],
    head: html`
      <meta name="robots" content="noindex" />
    `,
    main: html`
      <div class="match">
        <h1>${words.result.title}</h1>
        <p class="notice">${words.privacy}</p>
        <p>
          ${words.rules}
          <strong>${words.onlyTeam}</strong>
        </p>
        <div class="button-row no-print">
          <a class="button button-quiet" href="${link(page, paths.match())}">
            ${words.result.again}
          </a>
          <print-button label="${words.result.print}"></print-button>
          <span class="small">${words.result.printHint}</span>
        </div>
        ${read && whatWasRead(page, read)} ${leftOut(page, problems)}
        <section aria-labelledby="matches">
          <h2 id="matches">${words.result.found(matches.length)}</h2>
          ${isIncomplete && incomplete(page)}
          ${
            matches.length === 0
              ? html`
                  <p>${words.result.none} ${words.result.noneHint}</p>
                `
              : html`
                  <p class="small">${words.result.order}</p>
                  ${fromWhere(page, shown.place)}
                  <ol class="match-list">
                    ${matches.map((match) => found(page, match, shown))}
                  </ol>
                `
          }
        </section>
      </div>
    `,
  })
}

function incomplete(page: Page): Markup {
  return html`
    <p class="notice">${page.words.search.notices.incomplete}</p>
  `
}

function whatWasRead(page: Page, read: WhatWasRead): Markup {
  const words = page.words.match.result
  const units = { year: 'Year', month: 'Month', week: 'Week', day: 'Day' } as const
  const age = read.age && page.words.common.ageUnits[units[read.age.unit]](read.age.value)
  const sex = read.sex && (read.sex === 'FEMALE' ? words.female : words.male)
  const none = page.words.common.unknown
  return html`
    <section aria-labelledby="was-read">
      <h2 id="was-read">${words.read}</h2>
      <p class="small">${words.readHint} ${read.language && words.languages}</p>
      ${
        read.language === 'other' &&
        html`
          <p class="notice notice-warning">${words.otherLanguage}</p>
        `
      }
      <dl class="facts">
        ${fact(words.age, age ?? none)} ${fact(words.sex, sex ?? none)}
        ${fact(words.present, illnesses(page, read.present) ?? none)}
        ${fact(words.absent, illnesses(page, read.absent))}
        ${fact(words.measures, measures(page, read))}
        ${fact(words.treatments, names(page, read.treatments))}
        ${fact(words.allergies, names(page, read.allergies))}
      </dl>
      ${
        read.unread > 0 &&
        html`
          <p class="notice notice-warning">${words.unread(read.unread)}</p>
        `
      }
      ${notUnderstood(page, read)}
    </section>
  `
}

function notUnderstood(page: Page, { sentences }: WhatWasRead): Markup | false {
  const words = page.words.match.result
  return (
    sentences.length > 0 &&
    html`
      <details>
        <summary>${words.notUnderstood(sentences.length)}</summary>
        <p class="small">${words.notUnderstoodHint}</p>
        <ul>
          ${sentences.map(
            (sentence) => html`
              <li><q>${sentence}</q></li>
            `,
          )}
        </ul>
      </details>
    `
  )
}

function illnesses(page: Page, terms: readonly string[]): Markup | undefined {
  if (terms.length === 0) return undefined
  return line`<bdi>${terms.map((term) => diseaseName(page, term)).join('; ')}</bdi>`
}

function names(page: Page, all: readonly string[]): Markup | undefined {
  return all.length === 0 ? undefined : own(page, all.join('; '))
}

function measures(page: Page, read: WhatWasRead): string | undefined {
  if (read.measures.length === 0) return undefined
  const known = page.words.check.measures
  return read.measures
    .map(({ what, value, unit }) => {
      const name = isNamed(page, what) ? known[what].name : what
      return `${name} ${spokenValue(page, value, unit)}`
    })
    .join('; ')
}

function leftOut(page: Page, problems: TextMatches['problems']): Markup | false {
  return (
    problems.length > 0 &&
    html`
      <details>
        <summary>${page.words.match.problems.bundle.leftOut}</summary>
        <ul>
          ${problems.map(
            (problem) => html`
              <li>
                <bdi>${problem.place}</bdi>
                – ${recordProblemText(page.language, problem)}
              </li>
            `,
          )}
        </ul>
      </details>
    `
  )
}

function found(page: Page, match: FoundMatch, { hits, today, place }: ShownMatches): Markup {
  const words = page.words.match.result
  const hit = hits.get(match.nctId)
  const rules = rulesOf(page, match)
  const { met, presumed, against, unknown } = rules
  return html`
    <li class="match-found">
      <h3><a href="${link(page, paths.study(match.nctId))}">${own(page, match.briefTitle)}</a></h3>
      <p class="hit-status">
        ${hit ? hitStatus(page, hit, today) : match.overallStatus && statusTag(page, { overallStatus: match.overallStatus }, today)}
        <span class="small">${match.nctId}</span>
      </p>
      ${
        hit &&
        html`
          <dl class="facts">
            ${fact(page.words.search.hit.where, hitWhere(page, hit))}
            ${fact(words.area, place?.kind === 'wide' && !hit.nearestSite?.isInArea ? words.notInArea : undefined)}
          </dl>
        `
      }
      <p>
        <strong>${page.words.check.result.overall[match.overall]}</strong>
        ${words.counts(met.length, presumed.length, against.length, unknown.length)}
      </p>
      <details>
        <summary>
          ${words.details}
          <span class="unseen">(${match.nctId})</span>
        </summary>
        ${(['against', 'unknown', 'met', 'presumed'] as const).map((group) => ruleGroup(page, group, rules[group]))}
      </details>
      <p class="small no-print">
        <a href="${link(page, paths.check(match.nctId))}">
          ${words.check}
          <span class="unseen">(${match.nctId})</span>
        </a>
      </p>
    </li>
  `
}

/** What is only presumed clear fits nobody yet: it has a list of its own. */
type Group = 'met' | 'presumed' | 'against' | 'unknown'

interface Rule {
  readonly rule: Markup | string
  readonly reason: string | undefined
  readonly evidence: readonly Evidence[]
}

/** A criterion that asks nothing of the person is in no list. */
function rulesOf(page: Page, { limits, criteria }: FoundMatch): Readonly<Record<Group, Rule[]>> {
  const words = page.words.match.result
  const rules: Record<Group, Rule[]> = { met: [], presumed: [], against: [], unknown: [] }
  const groups = { met: 'met', 'not met': 'against', unknown: 'unknown' } as const
  for (const { limit, verdict, evidence } of limits)
    if (verdict !== 'not applicable')
      rules[groups[verdict]].push({ rule: words.limits[limit], reason: undefined, evidence })
  for (const { verdict, text, reason, evidence } of criteria)
    if (verdict !== 'not applicable')
      rules[reason === 'presumed clear' ? 'presumed' : groups[verdict]].push({
        rule: line`<span lang="en">${text}</span>`,
        reason: words.byRule[reason],
        evidence,
      })
  return rules
}

function ruleGroup(page: Page, group: Group, rules: readonly Rule[]): Markup | string {
  if (rules.length === 0) return ''
  const words = page.words.match.result
  return html`
    <h4>${words.groups[group]}</h4>
    <ul>
      ${rules.map(
        ({ rule, reason, evidence }) => html`
          <li>
            ${rule}
            ${
              evidence.length === 0
                ? reason && line`<span class="small match-why">${reason}</span>`
                : line`<span class="small match-why">${words.evidence} ${evidence.slice(0, 3).map((one) => quoted(page, one))}</span>`
            }
          </li>
        `,
      )}
    </ul>
  `
}

/** The sentence as it is in the record; a very long one without its end. */
function quoted(page: Page, { text, resource }: Evidence): Markup {
  const shown = text.length > 300 ? `${text.slice(0, 300)}…` : text
  const from = resource && fill(page.words.match.result.resource, { resource })
  return line`<q lang="en">${shown}</q> ${from} `
}
