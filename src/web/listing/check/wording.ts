import { html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill } from '../../shell/parts/phrases.ts'
import type { CriterionAsk } from '../../../finder/self-check/ask.ts'
import { isNamed, spokenBounds } from '../../shell/parts/spoken.ts'
import { whos, type Who } from '../../../words/language/who.ts'

/** A criterion's question for one person. */
export function questionText(page: Page, ask: CriterionAsk, who: Who): Markup {
  const words = page.words.check.ask
  switch (ask.kind) {
    case 'measure': {
      const bound = spokenBounds(page, ask.reading)
      return line`${isNamed(page, ask.code) && bound ? words.measure(who, ask.code, bound) : words.isTrue(who)}`
    }
    case 'has':
      return fill(words.has(who), { words: quoted(ask.words) })
    case 'hasFor':
      return fill(words.hasFor(who), {
        words: quoted(ask.words),
        time: spokenBounds(page, ask.time) ?? '',
      })
    case 'simple':
      return line`${words[ask.ask](who)}`
    case 'isTrue':
      return line`${words.isTrue(who)}`
  }
}

/** The same for everybody it may be asked of: the style sheet shows the one chosen, with or without script. */
export function forWhom(chosen: Who, text: (who: Who) => Markup | string): Markup {
  return line`${whos.map((who) => line`<span data-who="${who}" class="${who === chosen ? 'asked-now' : 'asked-else'}">${text(who)}</span>`)}`
}

function quoted(words: string): Markup {
  return line`<q lang="en">${words}</q>`
}
