import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { mayBeAsked, type ShownState } from '../../../finder/registry/status.ts'
import { stateBand } from '../../listing/sections/state-band.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { statusTag } from '../../shell/parts/status-tag.ts'
import { studyTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import { type ConnectView, connectPaths } from './connect-view.ts'
import { typedWords } from './typed-words.ts'

/** What goes along to the form where a reader asks all the same, and what was typed where the study closed meanwhile. */
export interface BeforeParts {
  readonly similar: readonly Hit[]
  readonly kept: Markup | undefined
  readonly site: string
  /** The message that was written while it closed. */
  readonly typed?: string
}

/** A study that takes nobody, or perhaps nobody: what to do instead comes before anything is typed. */
export function beforePage(asked: ConnectView, parts: BeforeParts): Markup {
  const { view } = asked
  const words = view.page.words.connect
  const title = words.before.titles[view.state]
  return layout(view.page, {
    sheets: ['study', 'connect'],
    title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        <a class="back" href="${connectPaths(asked).study}">
          <span aria-hidden="true">←</span>
          ${words.back}
        </a>
        <h1>${title}</h1>
        <p class="soft">
          ${titleMarkup(view.everyday)}.
          <span class="num">${view.nctId}</span>
        </p>
        ${parts.typed !== undefined && typedWords(view.page, parts.typed, words.before.meanwhile)}
        <div class="card">${stateBand(view)}</div>
        <p>${words.before.texts[view.state]}</p>
        <p class="acts acts-wide">${tellMe(view)}</p>
        ${similar(asked, parts.similar)} ${anyway(asked, parts)}
      </div>
    `,
  })
}

function similar(asked: ConnectView, hits: readonly Hit[]): Markup {
  const { page, today } = asked.view
  const words = page.words.connect.before
  return html`
    <section class="flow" aria-labelledby="similar">
      <h2 id="similar">${words.similar}</h2>
      ${
        hits.length === 0
          ? html`
              <p>${words.noSimilar}</p>
            `
          : html`
              <ul class="sites">
                ${hits.map(
                  (hit) => html`
                    <li>
                      <p>
                        <b>
                          <a href="${link(page, paths.study(hit.nctId))}">
                            ${titleMarkup(studyTitle(page, hit))}
                          </a>
                        </b>
                      </p>
                      <p class="small">${statusTag(page, hit, today)} ${hit.nctId}</p>
                    </li>
                  `,
                )}
              </ul>
            `
      }
      <p><a href="${connectPaths(asked).search}">${words.moreSimilar}</a></p>
    </section>
  `
}

/** Whoever is not surely refused may still ask, after all else was offered. */
function anyway(asked: ConnectView, { kept, site, typed }: BeforeParts): Markup | '' {
  const { view } = asked
  if (!mayStillAsk(view.state, view.protocol.statusModule?.overallStatus)) return ''
  if (typed !== undefined) return ''
  const words = view.page.words.connect.before
  return html`
    <section class="flow" aria-labelledby="anyway">
      <h2 id="anyway">${words.anyway}</h2>
      <p>${words.anywayText}</p>
      ${
        kept
          ? html`
              <form method="post" action="${connectPaths(asked).choose}">
                ${kept} ${hiddenField('site', site)}
                <button class="button button-quiet" type="submit" name="anyway" value="yes">
                  ${words.anyway}
                </button>
              </form>
            `
          : html`
              <p>
                <a
                  class="button button-quiet"
                  href="${connectPaths(asked).site(site, { anyway: 'yes' })}"
                >
                  ${words.anyway}
                </a>
              </p>
            `
      }
    </section>
  `
}

/** Whether a study in this state may be written to once the reader knows how it stands. */
export function mayStillAsk(state: ShownState, status: string | undefined): boolean {
  return state !== 'open' && mayBeAsked(status)
}
