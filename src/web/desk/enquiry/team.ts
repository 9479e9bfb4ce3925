import { can } from '../../../people/accounts/model/can.ts'
import { longestText } from '../../../people/enquiries/model/details.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenField, selectField, textArea } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import type { Opened } from './opened.ts'

/** Who works on it, and the ways to take it, give it back, or give it to a colleague. */
export function assignCard(opened: Opened): Markup {
  const { view, enquiry } = opened
  const { page, actor } = view
  const words = page.words.desk
  const isMine = enquiry.takenBy === actor.accountId
  const mayAssign = can.assign(actor, enquiry)
  return html`
    <section class="card flow" aria-labelledby="assign-title">
      <h2 id="assign-title">${words.assign.title}</h2>
      <p>${takenText(opened)}</p>
      <div class="acts">
        ${
          !isMine &&
          takeForm(
            opened,
            actor.accountId,
            enquiry.takenBy === null ? words.assign.take : words.assign.takeOver,
          )
        }
        ${
          enquiry.takenBy !== null &&
          (isMine || mayAssign) &&
          takeForm(opened, '', words.assign.release)
        }
      </div>
      ${mayAssign && giveForm(opened)}
    </section>
  `
}

/** "Taken by you", by a name, or by nobody. */
export function takenText({ view: { page, actor }, enquiry, names }: Opened): string {
  const words = page.words.desk.enquiry
  if (enquiry.takenBy === null) return words.takenByNobody
  if (enquiry.takenBy === actor.accountId) return words.takenByYou
  return words.takenBy(names.get(enquiry.takenBy) ?? page.words.desk.changed.by.site)
}

function takeForm({ view: { page }, enquiry }: Opened, to: string, text: string): Markup {
  return html`
    <form method="post" action="${link(page, paths.deskTake(enquiry.id))}">
      ${hiddenField('version', String(enquiry.version))} ${hiddenField('to', to)}
      <button class="button button-quiet" type="submit">${text}</button>
    </form>
  `
}

function giveForm(opened: Opened): Markup | false {
  const { view, enquiry, people, names, problems } = opened
  const { page, actor } = view
  const words = page.words.desk.assign
  const colleagues = [...new Set(people.map(({ accountId }) => accountId))].filter(
    (id) => id !== actor.accountId && id !== enquiry.takenBy,
  )
  if (colleagues.length === 0) return false
  return html`
    <form class="flow" method="post" action="${link(page, paths.deskTake(enquiry.id))}">
      ${hiddenField('version', String(enquiry.version))}
      ${selectField({
        name: 'to',
        label: words.give,
        value: '',
        error: problems.find(({ field }) => field === 'to')?.text,
        choices: [
          { value: 'nobody', label: words.choose },
          ...colleagues.map((id) => ({ value: id, label: names.get(id) ?? id })),
        ],
      })}
      <button class="button button-quiet" type="submit">${words.giveButton}</button>
    </form>
  `
}

/** A note for the team alone. */
export function noteCard({ view: { page }, enquiry, typedNote, problems }: Opened): Markup {
  const words = page.words.desk.note
  return html`
    <section class="card flow" aria-labelledby="note-title">
      <h2 id="note-title">${words.title}</h2>
      <form
        class="flow"
        method="post"
        action="${link(page, paths.deskNote(enquiry.id))}"
        novalidate
      >
        ${textArea({
          name: 'note',
          label: words.label,
          hint: words.hint,
          isHintBelow: true,
          value: typedNote ?? '',
          maxLength: longestText,
          rows: 3,
          error: problems.find(({ field }) => field === 'note')?.text,
        })}
        <button class="button button-quiet" type="submit">${words.button}</button>
      </form>
    </section>
  `
}
