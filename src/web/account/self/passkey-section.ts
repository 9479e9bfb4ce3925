import type { ListedPasskey } from '../../../people/accounts/passkeys.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { textField } from '../../shell/parts/field.ts'
import { minuteText } from '../../shell/parts/minute-text.ts'
import { paths } from '../../shell/paths.ts'
import { proveAgainAddress } from '../parts/fresh.ts'
import { passkeyButton } from '../parts/passkey-button.ts'

/** One's passkeys, and how to add one. Both ask for a fresh proof, so who has none is led to it first. */
export function passkeySection(
  page: Page,
  { passkeys, isFresh }: { readonly passkeys: readonly ListedPasskey[]; readonly isFresh: boolean },
): Markup {
  const words = page.words.account.passkeys
  return html`
    <section class="prose" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">${words.title}</h2>
      <p>${words.text}</p>
      ${
        passkeys.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : table(page, passkeys)
      }
      ${
        isFresh
          ? add(page)
          : html`
              <p><a href="${proveAgainAddress(page, paths.account())}">${words.again}</a></p>
            `
      }
    </section>
  `
}

function add(page: Page): Markup {
  const words = page.words.account.passkeys
  return passkeyButton(page, {
    act: 'register',
    ask: link(page, paths.passkeyAsk()),
    answer: link(page, paths.passkeys()),
    text: words.add,
    fields: textField({
      name: 'label',
      label: words.label,
      hint: words.labelHint,
      value: '',
      maxLength: 80,
    }),
  })
}

function table(page: Page, passkeys: readonly ListedPasskey[]): Markup {
  const words = page.words.account.passkeys
  return html`
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.added}</th>
            <th scope="col">${words.used}</th>
            <th scope="col">${words.remove}</th>
          </tr>
        </thead>
        <tbody>${passkeys.map((passkey) => row(page, passkey))}</tbody>
      </table>
    </div>
  `
}

function row(page: Page, { id, label, createdAt, usedAt }: ListedPasskey): Markup {
  const words = page.words.account.passkeys
  return html`
    <tr>
      <td><bdi>${label}</bdi></td>
      <td>${minuteText(createdAt)}</td>
      <td>${usedAt === null ? words.never : minuteText(usedAt)}</td>
      <td>
        <form method="post" action="${link(page, paths.passkeyRemoval(id))}">
          <button
            class="button button-quiet button-small"
            type="submit"
            aria-label="${words.removeOf(label)}"
          >
            ${words.remove}
          </button>
        </form>
      </td>
    </tr>
  `
}
