import type { AskedRule } from '../../../words/language/asked.ts'
import { openDrugClasses } from '../../vocabulary/drug-classes.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { WrittenRule } from './asked-rule.ts'

/**
 * "Known allergy to zorblumab, egg protein or any excipient": asked of a bad reaction to any medicine or product; who never had
 * one is not kept out, and the rest is left to the site. Only where each thing of the row is something to react to. Rule
 * `allergies@1`.
 */
export function allergyOf(
  { kind, text }: WrittenRule,
  vocabulary: Vocabulary,
): AskedRule | undefined {
  const [, denied, rest] = text.length > mostText ? [] : (allergic.exec(text) ?? [])
  if (rest === undefined) return undefined
  const isTurned = denied !== undefined
  // What is asked for may be an allergy that is treated.
  if (isTurned ? kind === 'exclusion' : kind !== 'exclusion') return undefined
  const bare = rest.replaceAll(/\s*[([][^()[\]]*[)\]]/g, '').replace(/[\s.;,]+$/, '')
  if (bare === '' || /[()[\]:;?]|\.\s/.test(bare) || turning.test(bare)) return undefined
  const things = bare.split(/,\s+(?:and\/or |and |or )?|\s+(?:and\/or|or|and)\s+|\s?\/\s?/i)
  const isRead = things.every((one) => one.length < mostOfThing && isReactant(one, vocabulary))
  return isRead ? { ...anyReaction, isTurned } : undefined
}

const mostText = 350
const mostOfThing = 90

const word = String.raw`(?:allerg(?:y|ies|ic(?: reactions?)?)|hypersensitiv(?:e|ity|ities)(?: reactions?)?|sensitivity|intoleran(?:ce|t)|anaphyla(?:xis|ctic reactions?)|(?:severe |serious |adverse |idiosyncratic )*reactions?)`
/** Who is spoken of, whether it is denied, and what follows "to". */
const allergic = new RegExp(
  String.raw`^\W*(?:(?:patients?|subjects?|participants?|individuals|persons?|people|those|volunteers) )?(?:(?:must|should) have )?(?:(?:who )?(?:has|have|having|had|are|is|with) )?(?:(no|not|without)\s)?(?:(?:any|a|an|the|known|documented|suspected|severe|serious|previous|prior|past|current|clinically|significant|confirmed|personal|medical|self-reported|or|and|history|presence|of|evidence|potential|possible|immediate|acute|drug|systemic) )*${word}(?:(?:,? (?:and\/or|or|and) |, |\s?\/\s?)(?:(?:of|other|known|to|severe|an?|any|history of) )*${word})*(?: (?:to|of|against|for))(?: or ${word} (?:to|of))? (\S.*)$`,
  'i',
)
/** What may be a rule of its own, or a reaction that is somebody else's. */
const turning =
  /\b(?:history|use|using|receiving|taking|treatment with|therapy with|unable|inability|pregnan\w+|breast|disease|disorder|who|have|has|is|are|must|should|will be|surgery|condition|famil\w+|parents?|siblings?|partner|current|planned|known|presence|diagnosis)\b(?! (?:known|related)\b)/i

/** Whether words name something that a body may react to, and no illness. */
function isReactant(words: string, vocabulary: Vocabulary): boolean {
  const named = openDrugs()
    .inText(words)
    .some(({ drugs }) => drugs.length > 0)
  if (named || openDrugClasses().inText(words).length > 0) return true
  return reactant.test(words) && vocabulary.conceptsInText(words, 'record').length === 0
}

const reactant =
  /\b(?:drugs?|medications?|medicines?|agents?|products?|components?|ingredients?|excipients?|compounds?|derivatives?|analogu?es?|formulations?|vehicle|substances?|proteins?|antibod(?:y|ies)|vaccines?|latex|adhesives?|tapes?|metals?|nickel|titanium|dyes?|contrast|iodine|gadolinium|eggs?|milk|soya?|peanuts?|nuts?|shellfish|fish|gluten|lactose|gelatine?|anti(?:biotics?|septics?|emetics?|fungals?|virals?|histamines?)|anesthetics?|anaesthetics?|opioids?|sulfa|sulfites?|sulphites?|materials?|medium|media|solutions?|treatments?|interventions?|therap(?:y|ies)|inhibitors?|blockers?|agonists?|antagonists?|steroids?|serum|globulins?|polymers?|preservatives?|creams?|gels?|foods?|chemicals?|constituents?|contents?|IMPs?|polysorbate|cremophor|E\.? ?coli|\p{L}{2,}(?:mab|nib|azoles?|prils?|sartans?|virs?|taxel|taxanes?|ides?|ines?|ones?|ols?|ates?|ins?|ams?))\b/iu

const anyReaction = {
  ask: 'things',
  frame: 'had',
  what: {
    things: [
      {
        name: {
          en: 'an allergy or another bad reaction to a medicine, a food or another product',
          fr: 'allergie ou autre mauvaise réaction à un médicament, un aliment ou un autre produit',
          gender: 'f',
        },
        like: [],
        tails: [
          {
            tail: 'said',
            said: { en: '(the study says which)', fr: '(l’étude dit lequel)' },
          },
        ],
      },
    ],
    joint: undefined,
  },
  isWide: true,
} as const satisfies Omit<Extract<AskedRule, { ask: 'things' }>, 'isTurned'>
