import { isReachable } from '../../../finder/registry/contacts.ts'
import type { Contact } from '../../../finder/registry/study.ts'
import { contact, mailableAddress } from '../../listing/parts/contacts.ts'
import { siteLine } from '../../listing/parts/site-line.ts'
import type { Words } from '../../../words/shape/shape.ts'
import { wordsOf } from '../../../words/words.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { mailtoOf } from '../../shell/parts/mailto.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { said } from '../parts/said.ts'
import { needsEnglish } from '../parts/their-language.ts'
import { type ChosenSite, siteNameMarkup } from '../parts/site-chosen.ts'
import { aboutSite, farFromPlace } from './about-site.ts'
import { type ConnectSite, connectPaths, goingAlong } from './connect-view.ts'
import { keptFields } from './kept-fields.ts'
import type { TypedEnquiry } from './read-form.ts'
import { typedWords } from './typed-words.ts'

/** Why a site cannot be written to, and what was typed for it before. */
export interface NoneParts {
  /** `none`: nobody can be reached; `meanwhile`: nobody any more, since somebody began to type; `away`: we cannot take it just now. */
  readonly why: 'none' | 'meanwhile' | 'away'
  readonly typed: TypedEnquiry | undefined
}

/** A site that cannot be written to from here: whom to call, a mail and a letter to begin with, and the next nearest site. */
export function nonePage(asked: ConnectSite, { why, typed }: NoneParts): Markup {
  const { view, chosen } = asked
  const words = view.page.words.connect
  return layout(view.page, {
    sheets: ['study', 'connect'],
    title: said(words.none.title, { site: chosen.name }),
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        <a class="back" href="${connectPaths(asked).study}">
          <span aria-hidden="true">←</span>
          ${words.back}
        </a>
        <h1>
          ${fill(words.none.title, { site: siteNameMarkup(view.page, chosen.site.location) })}
        </h1>
        ${typed && typedWords(view.page, typed.message, why === 'meanwhile' ? words.none.meanwhile : undefined)}
        ${aboutSite(asked, typed === undefined)}
        <p>${leadOf(words.none, why)}</p>
        ${contacts(asked)} ${writeYourself(asked)} ${nextSite(asked, typed)}
      </div>
    `,
  })
}

function leadOf({ lead, instead, away }: Words['connect']['none'], why: NoneParts['why']): string {
  if (why === 'none') return lead
  return why === 'away' ? away : instead
}

const mostContacts = 3

interface ToReach {
  readonly ofSite: readonly Contact[]
  readonly ofStudy: readonly Contact[]
}

function toReach({ view, chosen }: ConnectSite): ToReach {
  const named = (people: readonly Contact[] = []) =>
    people.filter(isReachable).slice(0, mostContacts)
  return {
    ofSite: named(chosen.site.location.contacts),
    ofStudy: named(view.protocol.contactsLocationsModule?.centralContacts),
  }
}

function contacts(asked: ConnectSite): Markup {
  const { view } = asked
  const words = view.page.words.connect.none
  const { ofSite, ofStudy } = toReach(asked)
  return html`
    <section class="flow" aria-labelledby="contacts">
      <h2 id="contacts">${words.contacts}</h2>
      ${
        ofSite.length + ofStudy.length === 0 &&
        html`
          <p>${words.noContact}</p>
        `
      }
      ${ofSite.map((person) => contact(view, person))}
      ${
        ofStudy.length > 0 &&
        html`
          <h3>${words.central}</h3>
          ${ofStudy.map((person) => contact(view, person))}
        `
      }
    </section>
  `
}

/** The mail to begin with: in English below, too, where a site may not read the page's language. */
function draftText({ view, chosen }: ConnectSite): string {
  const { city, country } = chosen.site.location
  const site = [...new Set([chosen.name, city, country].filter(Boolean))].join(', ')
  const text = view.page.words.connect.mail.text(view.nctId, site)
  if (!needsEnglish(view.page, chosen)) return text
  return `${text}\n---\n\n${wordsOf('en').connect.mail.text(view.nctId, site)}`
}

function writeYourself(asked: ConnectSite): Markup {
  const { view, chosen } = asked
  const { none, mail } = view.page.words.connect
  const { ofSite, ofStudy } = toReach(asked)
  const [address] = [...ofSite, ...ofStudy].flatMap(({ email }) => mailableAddress(email) ?? [])
  const draft = address && mailtoOf(mail.subject(view.nctId), draftText(asked), address)
  return html`
    <section class="flow" aria-labelledby="yourself">
      <h2 id="yourself">${none.write}</h2>
      ${
        draft &&
        html`
          <p>
            <a class="button" href="${draft}">${none.mail}</a>
            <span class="small soft">${none.mailHint}</span>
          </p>
        `
      }
      <p>
        <a class="button button-quiet" href="${connectPaths(asked).letter(chosen.id)}">
          ${none.letter}
        </a>
        <span class="small soft">${none.letterHint}</span>
      </p>
      <p class="small">${none.tip}</p>
    </section>
  `
}

/** With what was typed going along, but for the consent: that was for one site. */
function nextSite(asked: ConnectSite, typed: TypedEnquiry | undefined): Markup | '' {
  const { view, sites, chosen } = asked
  const words = view.page.words.connect.none
  const next = nextNearest(sites, chosen.id)
  if (!next) return ''
  const far = farFromPlace(asked, next.site)
  return html`
    <section class="flow" aria-labelledby="next">
      <h2 id="next">${far ? words.next : words.nextPlain}</h2>
      <p>${siteLine(view.page, next.site.location)}${far && line`, ${far}`}.</p>
      ${
        typed
          ? html`
              <form method="post" action="${connectPaths(asked).choose}">
                ${keptFields(typed, goingAlong(asked))} ${hiddenField('site', next.id)}
                <button class="button button-quiet" type="submit">${words.writeNext}</button>
              </form>
            `
          : html`
              <p>
                <a class="button button-quiet" href="${connectPaths(asked).site(next.id)}">
                  ${words.writeNext}
                </a>
              </p>
            `
      }
    </section>
  `
}

/** The site after the chosen one in their order, or the first where that was the last. */
function nextNearest(sites: readonly ChosenSite[], id: string): ChosenSite | undefined {
  const at = sites.findIndex((one) => one.id === id)
  const next = sites[at + 1] ?? sites[0]
  return next?.id === id ? undefined : next
}
