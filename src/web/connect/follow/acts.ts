import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenField, textArea } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import { consentFields } from '../parts/consent-fields.ts'
import { enquiryFacts } from '../parts/enquiry-facts.ts'
import { said } from '../parts/said.ts'
import { siteNameOf } from '../parts/site-chosen.ts'
import { correctionForm } from './correction-form.ts'
import { type Followed, wrongAt } from './followed.ts'
import { waysFromStudy } from './ways-from-study.ts'

/** What who asked can do, folded; taking it back is the last. */
export function acts(followed: Followed): Markup {
  const { page, view } = followed
  const words = page.words.enquiry.status
  const isSent = view.steps.some(({ kind }) => kind === 'sent')
  return html`
    <section class="flow" aria-labelledby="can">
      <h2 id="can">${words.can}</h2>
      <div class="folds">
        ${isSent && fold(followed, { id: 'note', title: words.note, hint: words.noteHint, body: noteForm(followed) })}
        ${isSent && fold(followed, { id: 'fix', title: words.fix, hint: words.fixHint, body: correctionForm(followed) })}
        ${isSent && fold(followed, { id: 'pass', title: words.pass, hint: '', body: passForm(followed) })}
        ${fold(followed, { id: 'what', title: words.what, hint: '', body: whatWasSent(followed) })}
        ${fold(followed, { id: 'stop', title: words.withdraw, hint: words.withdrawHint, body: withdrawForm(followed) })}
      </div>
    </section>
  `
}

interface Fold {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly body: Markup
}

/** Open where its form was sent and cannot be taken. */
function fold({ wrong }: Followed, { id, title, hint, body }: Fold): Markup {
  return html`
    <details
      class="fold"
      id="${id}"
      ${
        wrong?.form === id &&
        html`
          open
        `
      }
    >
      <summary>
        <h3>${title}</h3>
        <span class="hint">${hint}</span>
      </summary>
      <div class="flow">${body}</div>
    </details>
  `
}

function noteForm(followed: Followed): Markup {
  const { page, sent, wrong } = followed
  const words = page.words.enquiry.status
  return html`
    <form method="post" action="${link(page, paths.enquiryNote(sent))}" class="flow">
      ${textArea({
        name: 'text',
        label: words.noteLabel,
        value: wrong?.form === 'note' ? (wrong.typed.get('text') ?? '') : '',
        rows: 4,
        error: wrongAt(followed, 'note', 'text'),
      })}
      <button class="button button-small" type="submit">${words.noteButton}</button>
    </form>
  `
}

/** The next nearest site, with the consent for it; else what there is instead. */
function passForm(followed: Followed): Markup {
  const { page, view, sent, next, hasOthers, keepDays } = followed
  const words = page.words.enquiry.status
  if (hasOthers === 'unknown')
    return html`
      <p>${words.passUnknown}</p>
      <p>${waysFromStudy(followed)}</p>
    `
  if (!next)
    return html`
      <p>${hasOthers ? words.passNoRoute : words.passNone}</p>
      ${
        hasOthers &&
        html`
          <p><a href="${link(page, paths.connect(view.study))}">${words.passOwn}</a></p>
        `
      }
      <p>${waysFromStudy(followed)}</p>
    `
  const name = siteNameOf(page, next.site)
  return html`
    <p>${said(words.passText, { site: name })}</p>
    <form method="post" action="${link(page, paths.enquiryPass(sent))}" class="flow">
      ${hiddenField('site', next.id)}
      ${consentFields(page, {
        receiver: { name, country: next.site.country, keepDays },
        isTicked: false,
        error: wrongAt(followed, 'pass', 'consent'),
      })}
      <button class="button button-small" type="submit">${words.passButton}</button>
    </form>
    <p>${waysFromStudy(followed)}</p>
  `
}

function whatWasSent({ page, view, sent }: Followed): Markup {
  return html`
    ${enquiryFacts(page, view)}
    <p>
      <a href="${link(page, paths.enquiryData(sent))}">${page.words.enquiry.status.data}</a>
    </p>
  `
}

function withdrawForm({ page, sent }: Followed): Markup {
  const words = page.words.enquiry.status
  return html`
    <p>${words.withdrawText}</p>
    <form method="post" action="${link(page, paths.enquiryWithdrawal(sent))}">
      <button class="button button-danger" type="submit">${words.withdrawButton}</button>
    </form>
  `
}
