import type { WaitReason } from '../../people/accounts/claims/claim.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { errorSummary } from '../shell/parts/error-summary.ts'
import { textField } from '../shell/parts/field.ts'
import { layout } from '../shell/parts/layout.ts'
import { messagePage } from '../shell/parts/message-page.ts'
import { paths } from '../shell/paths.ts'

/** What the link of a claim leads to, and what was typed. */
export interface ProveForm {
  readonly address: string
  readonly listing: string
  readonly name: string
  readonly problem?: string | undefined
}

/** The one button that proves a claim: a program that only follows the link does nothing. */
export function provePage(page: Page, { address, listing, name, problem }: ProveForm): Markup {
  const words = page.words.claims.prove
  const problems = problem === undefined ? [] : [{ field: 'name', text: problem }]
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        ${errorSummary(page, problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.text(address)}</p>
        <p>
          ${words.listing}${page.words.common.colon}
          <b>${listing}</b>
        </p>
        <form method="post" action="${link(page, page.path)}" novalidate>
          ${textField({
            name: 'name',
            label: words.name,
            hint: words.nameHint,
            value: name,
            maxLength: 200,
            autocomplete: 'name',
            error: problem,
          })}
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        <p class="small">${words.notYou}</p>
      </div>
    `,
  })
}

/** The listing is theirs, and they are signed in. */
export function grantedPage(page: Page): Markup {
  const { title, text, account } = page.words.claims.granted
  return messagePage(page, { title, text, ways: [{ path: paths.account(), text: account }] })
}

/** An operator decides, and why. */
export function waitsPage(page: Page, reason: WaitReason): Markup {
  const { title, text, reasons } = page.words.claims.waits
  const toSearch = { path: paths.home(), text: page.words.claims.closed.search }
  return messagePage(page, { title, text: `${reasons[reason]} ${text}`, ways: [toSearch] })
}

/** The link was used, ran out, or leads nowhere. */
export function closedClaimPage(page: Page, kind: 'done' | 'expired' | 'unknown'): Markup {
  const words = page.words.claims.closed
  const signIn = { path: paths.signIn(), text: words.signIn }
  const search = { path: paths.home(), text: words.search }
  if (kind === 'done')
    return messagePage(page, { title: words.done, text: words.doneText, ways: [signIn] })
  const text = kind === 'expired' ? words.expiredText : words.unknownText
  return messagePage(page, { title: words[kind], text, ways: [search] })
}
