import { impactOf, type RunVersion } from '../../../../study/conduct/model/run.ts'
import type { StudyVersion } from '../../../../study/protocol/versions.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { selectField, textField } from '../../../shell/parts/field.ts'
import { fact } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** What the page of versions shows beside them. */
export interface VersionsShown {
  /** Versions that come with Trialway and are not here yet. */
  readonly shelf: readonly StudyVersion[]
  /** What is wrong with a document that was sent, each with its place. */
  readonly faults: readonly string[]
  readonly problems: readonly StudyFormProblem[]
  readonly typed: TypedSwitch
  readonly did?: string | undefined
}

/** A version that is to be switched on at a site. */
export interface TypedSwitch {
  readonly version: string
  readonly site: string
  readonly from: string
}

/** The versions of a protocol, since when each site works by them, and the forms to add one and to switch one on. */
export function versionsPage(view: RunView, shown: VersionsShown): Markup {
  const { page, run, mayRun } = view
  const words = page.words.runStudy.versions
  return studyLayout(view, {
    tab: 'versions',
    problems: [
      ...shown.problems,
      ...(shown.faults.length > 0 ? [{ field: 'document', text: words.notKept }] : []),
    ],
    did: shown.did,
    main: html`
      ${
        run.versions.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : run.versions.map((version) => versionCard(view, version))
      }
      ${mayRun && run.versions.length > 0 && run.sites.length > 0 && switchForm(view, shown)}
      ${mayRun && addForms(view, shown)}
    `,
  })
}

function versionCard({ page, run, study }: RunView, version: RunVersion): Markup {
  const words = page.words.runStudy.versions
  const { protocol, hash, sites } = version
  const impact = impactOf(version)
  const title =
    page.language === 'fr' ? (protocol.title.fr ?? protocol.title.en) : protocol.title.en
  return html`
    <section class="card flow" aria-labelledby="version-${hash.slice(0, 12)}">
      <h2 id="version-${hash.slice(0, 12)}">${title}</h2>
      <dl class="facts">
        ${fact(words.name, protocol.version)} ${fact(words.date, protocol.date)}
        ${fact(words.supersedes, protocol.supersedes)}
        ${impact && fact(words.appliesTo, words.impacts[impact.appliesTo ?? 'open'])}
        ${
          impact &&
          fact(
            words.reconsent,
            words.reconsents[
              impact.reconsent === undefined ? 'open' : impact.reconsent ? 'yes' : 'no'
            ],
          )
        }
        ${fact(
          words.atSites,
          sites.length === 0
            ? words.nowhere
            : sites
                .map(({ site, from }) =>
                  words.since(run.sites.find((one) => one.site === site)?.name ?? site, from),
                )
                .join('; '),
        )}
        ${fact(
          words.hash,
          html`
            <code class="hash">${hash}</code>
          `,
        )}
      </dl>
      <p class="small">
        <a href="${link(page, paths.studyVersion(study, encodeURIComponent(protocol.version)))}">
          ${words.document(protocol.version)}
        </a>
      </p>
    </section>
  `
}

/** A first version of a site is switched on at once; of a later one it is shown before what changes for whom. */
function switchForm({ page, run, study }: RunView, { typed, problems }: VersionsShown): Markup {
  const words = page.words.runStudy.versions
  const errorAt = problemAt(problems)
  return html`
    <section class="card flow narrow-left" aria-labelledby="switch-title">
      <h2 id="switch-title">${words.switchTitle}</h2>
      <p>${words.switchLead}</p>
      <form class="flow" method="get" action="${link(page, paths.studySwitch(study))}" novalidate>
        ${selectField({
          name: 'version',
          label: words.version,
          value: typed.version,
          error: errorAt('version'),
          choices: run.versions.map(({ protocol }) => ({
            value: protocol.version,
            label: protocol.version,
          })),
        })}
        ${selectField({
          name: 'site',
          label: words.site,
          value: typed.site,
          error: errorAt('site'),
          choices: run.sites.map(({ site, number, name }) => ({
            value: site,
            label: `${number} · ${name}`,
          })),
        })}
        ${textField({
          name: 'from',
          label: words.from,
          hint: words.fromHint,
          value: typed.from,
          maxLength: 10,
          error: errorAt('from'),
        })}
        <button class="button" type="submit">${words.show}</button>
      </form>
    </section>
  `
}

function addForms({ page, study }: RunView, { shelf, faults }: VersionsShown): Markup {
  const words = page.words.runStudy.versions
  const action = link(page, paths.studyVersions(study))
  return html`
    <section class="card flow narrow-left" aria-labelledby="add-title">
      <h2 id="add-title">${words.addTitle}</h2>
      ${
        shelf.length > 0 &&
        html`
          <form class="flow" method="post" action="${action}">
            ${selectField({
              name: 'shipped',
              label: words.shelf,
              value: '',
              choices: shelf.map(({ protocol }) => ({
                value: protocol.version,
                label: protocol.version,
              })),
            })}
            <button class="button button-quiet" type="submit">${words.addShipped}</button>
          </form>
        `
      }
      ${documentForm(action, words, faults)}
    </section>
  `
}

function documentForm(
  action: string,
  words: RunView['page']['words']['runStudy']['versions'],
  faults: readonly string[],
): Markup {
  return html`
    <form class="flow" method="post" action="${action}" enctype="multipart/form-data">
      <div class="field">
        <label for="document">${words.document('')}</label>
        <p class="hint" id="document-hint">${words.documentHint}</p>
        ${
          faults.length > 0 &&
          html`
            <div class="wrong" id="document-error">
              <p>${words.notKept}</p>
              <ul>
                ${faults.map(
                  (fault) => html`
                    <li>${fault}</li>
                  `,
                )}
              </ul>
            </div>
          `
        }
        <input
          type="file"
          id="document"
          name="document"
          required
          accept=".json,application/json"
          aria-describedby="${faults.length > 0 ? 'document-hint document-error' : 'document-hint'}"
        />
      </div>
      <button class="button button-quiet" type="submit">${words.addDocument}</button>
    </form>
  `
}
