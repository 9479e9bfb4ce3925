import { carriedTo } from '../../shell/parts/carried.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { fact, fill } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import { askedFor } from './asker.ts'
import { keptFor } from '../parts/consent.ts'
import { consentFields } from '../parts/consent-fields.ts'
import { said } from '../parts/said.ts'
import { siteNameMarkup } from '../parts/site-chosen.ts'
import { type ConnectSite, type FilledEnquiry, goingAlong, receiverOf } from './connect-view.ts'

/** Exactly what is sent, to whom, for how long and how it is taken back; then the consent, which nobody ticks but the reader. */
export function sentCard(asked: ConnectSite, { typed, problems }: FilledEnquiry): Markup {
  const { view, chosen, route, keepDays } = asked
  const words = view.page.words.connect.card
  const { location } = chosen.site
  const site = siteNameMarkup(view.page, location)
  return html`
    <section class="card flow" aria-labelledby="what">
      <h2 id="what">${words.title}</h2>
      <dl class="facts">
        ${fact(words.what, whatIsSent(asked))}
        ${fact(words.to, fill(route === 'desk' ? words.toDesk : words.toMail, { site }))}
        ${fact(words.howLong, `${said(words.kept, { time: keptFor(view.page, keepDays) })} ${words.keptNotConfirmed}`)}
        ${fact(words.takeBack, words.takenBack)}
      </dl>
      ${consentFields(view.page, {
        receiver: receiverOf(asked),
        isTicked: typed.consent,
        error: problems.find(({ field }) => field === 'consent')?.text,
      })}
    </section>
  `
}

function whatIsSent(asked: ConnectSite): Markup {
  const { view, chosen } = asked
  const words = view.page.words.connect.card
  const { ageText, details } = askedFor(view, chosen, goingAlong(asked))
  const { sex, place } = details
  const all = [
    words.always,
    words.name,
    ...(ageText === undefined ? [] : [words.age(ageText)]),
    ...(sex ? [words.sex[sex]] : []),
    ...(place ? [said(words.place, { place: place.name })] : []),
    ...(goingAlong(asked)?.count ? [words.answers] : []),
  ]
  const change = carriedTo(view.page, paths.check(view.nctId), view.carried, { person: 'ask' })
  const isCarried = ageText !== undefined || sex !== undefined || place !== undefined
  return html`
    ${all.join(view.page.words.common.semicolon)}.
    ${
      isCarried &&
      html`
        <a class="small" href="${change}">${words.change}</a>
      `
    }
  `
}
