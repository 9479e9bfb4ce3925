import { type Telling, tellingOf } from '../../in-words/telling.ts'
import type { Wording } from '../../protocol/document/node.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'

/** What a version says of a participant, told in both languages. */
export function inBoth(protocol: Protocol, say: (telling: Telling) => string): Wording {
  const { en, fr } = tellings(protocol)
  return { en: say(en), fr: say(fr) }
}

/** The names of a version are looked up once, however many rows tell of it. */
const known = new WeakMap<Protocol, { readonly en: Telling; readonly fr: Telling }>()

function tellings(protocol: Protocol): { readonly en: Telling; readonly fr: Telling } {
  const found = known.get(protocol)
  if (found) return found
  const made = { en: tellingOf(protocol, 'en'), fr: tellingOf(protocol, 'fr') }
  known.set(protocol, made)
  return made
}
