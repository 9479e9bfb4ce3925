import type { RunSite } from '../../../../study/conduct/model/run.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { hiddenField, selectField, textField } from '../../../shell/parts/field.ts'
import { siteText } from '../../../shell/parts/known-site.ts'
import { storedSites } from '../../../shell/parts/stored-study.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** What was typed of a site. `site` is one of the record or one that is there already; empty for one typed by hand. */
export interface TypedSite {
  readonly site: string
  readonly facility: string
  readonly city: string
  readonly country: string
  readonly number: string
  readonly timeZone: string
  readonly approvedFrom: string
  readonly approvedUntil: string
}

/** What a page of sites shows beside them. */
export interface SitesShown {
  readonly typed: TypedSite
  readonly problems: readonly StudyFormProblem[]
  readonly did?: string | undefined
}

/** The sites of a study: their numbers, clocks and approvals, and a form for one more or for a change. */
export function sitesPage(view: RunView, shown: SitesShown): Markup {
  const { page, run, mayRun } = view
  const words = page.words.runStudy.sites
  return studyLayout(view, {
    tab: 'sites',
    problems: shown.problems,
    did: shown.did,
    main: html`
      ${
        run.sites.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : table(view)
      }
      ${mayRun && siteForm(view, shown)}
    `,
  })
}

function table({ page, run, study, mayRun }: RunView): Markup {
  const words = page.words.runStudy.sites
  const { columns } = words
  return html`
    <section class="queue-card">
      <table class="queue">
        <caption class="unseen">${page.words.runStudy.tabs.sites}</caption>
        <thead>
          <tr>
            <th scope="col">${columns.site}</th>
            <th scope="col">${columns.zone}</th>
            <th scope="col">${columns.approved}</th>
            ${
              mayRun &&
              html`
                <th scope="col">${columns.change}</th>
              `
            }
          </tr>
        </thead>
        <tbody>
          ${run.sites.map(
            (site) => html`
              <tr>
                <th scope="row">${site.number} · ${site.name}</th>
                <td>${site.timeZone}</td>
                <td>${approvalText(page, site)}</td>
                ${
                  mayRun &&
                  html`
                    <td>
                      <a href="${link(page, paths.studyRunSites(study), { site: site.site })}">
                        ${words.change(site.number)}
                      </a>
                    </td>
                  `
                }
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}

/** From when to when a site may enrol. */
function approvalText(page: RunView['page'], { approvedFrom, approvedUntil }: RunSite): string {
  const words = page.words.runStudy.sites
  return approvedUntil === null
    ? words.since(approvedFrom)
    : words.span(approvedFrom, approvedUntil)
}

function siteForm(view: RunView, { typed, problems }: SitesShown): Markup {
  const { page, run, study } = view
  const words = page.words.runStudy.sites
  const known = run.sites.find(({ site }) => site === typed.site)
  const errorAt = problemAt(problems)
  const line = (name: 'number' | 'timeZone' | 'approvedFrom' | 'approvedUntil'): Markup =>
    textField({
      name,
      label: words.fields[name],
      hint: words.hints[name],
      value: typed[name],
      maxLength: 60,
      error: errorAt(name),
    })
  return html`
    <section class="card flow narrow-left" aria-labelledby="site-title">
      <h2 id="site-title">
        ${known ? words.changeTitle(known.number, known.name) : words.addTitle}
      </h2>
      <form
        class="flow"
        method="post"
        action="${link(page, paths.studyRunSites(study))}"
        novalidate
      >
        ${
          known
            ? html`
                ${hiddenField('site', known.site)} ${hiddenField('number', known.number)}
              `
            : html`
                ${choiceOfSite(view, typed, errorAt)} ${line('number')}
              `
        }
        ${line('timeZone')} ${line('approvedFrom')} ${line('approvedUntil')}
        <p class="acts">
          <button class="button" type="submit">${known ? words.save : words.add}</button>
          ${
            known &&
            html`
              <a href="${link(page, paths.studyRunSites(study))}">${words.another}</a>
            `
          }
        </p>
      </form>
    </section>
  `
}

/** A site of the record, or one that the record does not name. */
function choiceOfSite(
  view: RunView,
  typed: TypedSite,
  errorAt: (name: string) => string | undefined,
): Markup {
  const words = view.page.words.runStudy.sites
  const left = sitesLeft(view)
  return html`
    ${
      left.length > 0 &&
      selectField({
        name: 'site',
        label: words.fields.site,
        value: typed.site,
        error: errorAt('site'),
        choices: [
          ...left.map(({ site, name }) => ({ value: site, label: name })),
          { value: '', label: words.notInRecord },
        ],
      })
    }
    <fieldset class="flow">
      <legend>${words.byHand}</legend>
      <p class="hint">${left.length > 0 ? words.byHandHint : words.noneLeft}</p>
      ${(['facility', 'city', 'country'] as const).map((name) =>
        textField({
          name,
          label: words.fields[name],
          value: typed[name],
          maxLength: 200,
          error: errorAt(name),
        }),
      )}
    </fieldset>
  `
}

/** The sites of the study's record that are not run here yet. */
export function sitesLeft({ app, study, run }: RunView): readonly { site: string; name: string }[] {
  return [...storedSites(app, study)]
    .filter(([id]) => run.sites.every(({ site }) => site !== id))
    .map(([site, location]) => ({ site, name: siteText(location) }))
}
