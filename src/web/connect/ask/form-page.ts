import type { ResponseRate } from '../../../people/enquiries/promise/figures.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import {
  hiddenField,
  selectField,
  textArea,
  textField,
  trapField,
} from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { languageChoice } from '../../alerts/parts/letter-choices.ts'
import { said } from '../parts/said.ts'
import { siteNameMarkup } from '../parts/site-chosen.ts'
import { type ConnectSite, connectPaths, type FilledEnquiry, goingAlong } from './connect-view.ts'
import { aboutSite } from './about-site.ts'
import { askers, type TypedEnquiry, whens } from './read-form.ts'
import { sentCard } from './sent-card.ts'

/** A message to a site: the promise first, then the fields, then what is sent to whom, and the consent. */
export function formPage(asked: ConnectSite, filled: FilledEnquiry): Markup {
  const { view, sites, chosen } = asked
  const words = view.page.words.connect
  const title = said(words.form.title, { site: chosen.name })
  const heading = fill(words.form.title, { site: siteNameMarkup(view.page, chosen.site.location) })
  const to = connectPaths(asked)
  const answers = goingAlong(asked)
  return layout(view.page, {
    sheets: ['connect'],
    title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        ${errorSummary(view.page, filled.problems)}
        <a class="back" href="${to.study}">
          <span aria-hidden="true">←</span>
          ${words.back}
        </a>
        <h1>${heading}</h1>
        ${aboutSite(asked, filled.isFresh && !answers)} ${promise(asked)}
        <form method="post" action="${to.site(chosen.id)}" class="flow" novalidate>
          ${fields(asked, filled)} ${sentCard(asked, filled)}
          <p class="acts acts-wide">
            <button class="button" type="submit" name="send" value="yes">
              ${words.form.button}
            </button>
            ${
              sites.length > 1 &&
              html`
                <button class="button button-quiet" type="submit" name="choose" value="yes">
                  ${words.otherSite}
                </button>
              `
            }
          </p>
        </form>
        <p class="small soft">
          ${words.form.letter}
          <a href="${to.letter(chosen.id)}">${words.form.letterLink}</a>
        </p>
      </div>
    `,
  })
}

/** Until when an answer comes: promised by a site that is here, asked of one that is not. */
function promise({ view, route, promised, rate }: ConnectSite): Markup {
  const words = view.page.words.connect.form
  const isHere = route === 'desk'
  const first = said(isHere ? words.promised : words.hoped, { day: promised })
  return html`
    <div class="note" data-tone="${isHere ? 'open' : 'doubt'}">
      <p>
        <b>${first}</b>
        ${isHere ? words.promisedNext : words.hopedNext}
      </p>
      ${rate && line`<p>${said(words.inTime, countsOf(view, rate))}</p>`}
      <p class="small">${words.counted}</p>
    </div>
  `
}

function countsOf({ page }: ConnectSite['view'], { kept, promised }: ResponseRate) {
  return { kept: saidNumber(page.language, kept), all: saidNumber(page.language, promised) }
}

function fields(asked: ConnectSite, { typed, problems }: FilledEnquiry): Markup {
  const { page } = asked.view
  const words = page.words.connect.form
  const wrong = (field: string) => problems.find((one) => one.field === field)?.text
  return html`
    ${hiddenField('key', typed.key)} ${goingAlong(asked)?.fields}
    ${whoField(asked, typed.asker, wrong('asker'))}
    ${textField({
      name: 'email',
      type: 'email',
      label: words.email,
      hint: words.emailHint,
      value: typed.email,
      maxLength: 254,
      autocomplete: 'email',
      error: wrong('email'),
    })}
    ${phoneFields(asked, typed, wrong)}
    ${textField({
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      value: typed.name,
      maxLength: 100,
      error: wrong('name'),
    })}
    ${textArea({
      name: 'message',
      label: words.message,
      hint: words.messageHint,
      value: typed.message,
      rows: 5,
      error: wrong('message'),
    })}
    ${answersField(asked, typed.answers)} ${languageChoice(page, typed.language, wrong('language'))}
    ${trapField(words.trap)}
  `
}

function phoneFields(
  { view }: ConnectSite,
  typed: TypedEnquiry,
  wrong: (field: string) => string | undefined,
): Markup {
  const words = view.page.words.connect.form
  return html`
    <div class="pair pair-wide">
      ${textField({
        name: 'phone',
        type: 'tel',
        label: words.phone,
        value: typed.phone,
        maxLength: 50,
        autocomplete: 'tel',
        error: wrong('phone'),
      })}
      ${selectField({
        name: 'when',
        label: words.when,
        value: typed.when,
        choices: whens.map((value) => ({ value, label: words.whens[value] })),
        error: wrong('when'),
      })}
    </div>
  `
}

function whoField({ view }: ConnectSite, chosen: string, error: string | undefined): Markup {
  const words = view.page.words.connect.form
  return html`
    <fieldset
      class="ask"
      ${
        error &&
        html`
          aria-describedby="asker-error"
        `
      }
    >
      <legend>${words.who}</legend>
      ${
        error &&
        html`
          <p class="wrong" id="asker-error">${error}</p>
        `
      }
      <div class="tiles tiles-long">
        ${askers.map(
          (value, at) => html`
            <label>
              <input
                type="radio"
                id="${at === 0 ? 'asker' : `asker-${at}`}"
                name="asker"
                value="${value}"
                ${
                  value === chosen &&
                  html`
                    checked
                  `
                }
              />
              ${words.whoIs[value]}
            </label>
          `,
        )}
      </div>
    </fieldset>
  `
}

/** Offered only after a check, and never ticked before the person does. */
function answersField(asked: ConnectSite, isTicked: boolean): Markup | '' {
  const words = asked.view.page.words.connect.form
  if (asked.answers === 'old')
    return html`
      <p class="note">${words.answersOld}</p>
    `
  const answers = goingAlong(asked)
  if (!answers || answers.count === 0) return ''
  return html`
    <label class="choice">
      <input
        type="checkbox"
        name="answers"
        value="yes"
        ${
          isTicked &&
          html`
            checked
          `
        }
      />
      <span>
        ${words.answers(answers.count)}
        <span class="hint">${words.answersHint}</span>
      </span>
    </label>
  `
}
