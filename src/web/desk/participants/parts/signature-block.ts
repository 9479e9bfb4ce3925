import { whyVoid } from '../../../../study/conduct/derived/void-signatures.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { openSignerName, type Signature } from '../../../../study/conduct/model/signature.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import type { RoleName } from '../../../../people/accounts/model/actor.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { fact, lookup } from '../../../shell/parts/phrases.ts'
import { stateTag } from '../../../shell/parts/status-tag.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { ParticipantView } from './participant-view.ts'

/**
 * A signature as it is shown on screen and in print: its meaning, the printed name as it was then (also where the account has
 * ended since), the role, day and time, and whether it holds or what made it void.
 */
export function signatureBlock(view: ParticipantView, signature: Signature): Markup {
  const { page, of } = view
  const words = page.words.screening.signature
  const zone = zoneOf(of)
  const because = whyVoid(signature, of)
  const signedAt = `${saidMoment(page, signature.signedAt, zone, 'date')}, ${saidMoment(page, signature.signedAt, zone, 'time')} (${zone.replaceAll('_', ' ')})`
  const role = lookup<string>(page.words.account.roles, signature.role as RoleName)
  return html`
    <div class="card flow signature" data-void="${because === undefined ? 'no' : 'yes'}">
      <p>
        ${
          because === undefined
            ? stateTag('open', words.holds, 'tag')
            : stateTag('stopped', voidText(view, signature), 'tag')
        }
      </p>
      <dl class="facts">
        ${fact(words.meaning, words.meanings[signature.meaning])}
        ${fact(words.name, openSignerName(of.participant.key, signature))}
        ${fact(words.role, role ?? signature.role)} ${fact(words.at, signedAt)}
        ${fact(words.content, signature.contentHash.slice(0, 16))}
      </dl>
      ${
        because !== undefined &&
        html`
          <p>${becauseText(view, because)}</p>
        `
      }
    </div>
  `
}

function voidText({ page, of }: ParticipantView, { voidAt }: Signature): string {
  const words = page.words.screening.signature
  return voidAt === null
    ? words.voidNow
    : words.void(saidMoment(page, voidAt, zoneOf(of), 'moment'))
}

function becauseText({ page, of, telling }: ParticipantView, because: string): string {
  const words = page.words.screening.signature
  const changed = of.facts.find(({ id }) => id === because)
  return changed ? words.voidFact(titleOf(telling, changed.item)) : words.voidVersion(because)
}
